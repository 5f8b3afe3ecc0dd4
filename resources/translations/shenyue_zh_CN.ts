<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Shenyue</source>
        <translation>审约</translation>
    </message>
    <message>
        <source>Reviews contracts on this computer alone: no file, no word of it is sent anywhere.
Its findings help a lawyer to judge and do not replace the judgement.</source>
        <translation>审查只在本机进行：文件及其内容不会发送到任何地方。
审查结果供律师判断时参考，不能代替律师的判断。</translation>
    </message>
    <message>
        <source>About Shenyue</source>
        <translation>关于审约</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Export memo…</source>
        <translation>导出意见书(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Close contract</source>
        <translation>关闭合同(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find in text</source>
        <translation>在正文中查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>下一个发现(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>上一个发现(&amp;P)</translation>
    </message>
    <message>
        <source>Check&amp;list…</source>
        <translation>检查清单(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>接受(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>驳回(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit wording</source>
        <translation>编辑措辞(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>目录(&amp;O)</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Shenyue</source>
        <translation>关于审约(&amp;A)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>BasisList</name>
    <message>
        <source>The text of this article is not in the statute table.</source>
        <translation>法规库中暂无该条条文。</translation>
    </message>
    <message>
        <source>{text} (in force since {date})</source>
        <translation>{text}（{date} 起施行）</translation>
    </message>
</context>
<context>
    <name>ChecksDialog</name>
    <message>
        <source>Checklist</source>
        <translation>检查清单</translation>
    </message>
    <message>
        <source>“Passed” means that the rules found nothing; it does not replace reading. Double-click a check with findings to go to the first of them.</source>
        <translation>“通过”指按规则未发现问题，不代替通读全文。双击有发现的检查项，可转到其第一处发现。</translation>
    </message>
    <message>
        <source>Filter the checks</source>
        <translation>筛选检查项</translation>
    </message>
</context>
<context>
    <name>ContractPage</name>
    <message>
        <source>The review was cancelled.</source>
        <translation>已取消审查。</translation>
    </message>
    <message>
        <source>Reopen “{title}”</source>
        <translation>恢复待处理“{title}”</translation>
    </message>
    <message>
        <source>Accept “{title}”</source>
        <translation>接受“{title}”</translation>
    </message>
    <message>
        <source>Edit “{title}”</source>
        <translation>修改“{title}”</translation>
    </message>
    <message>
        <source>Dismiss “{title}”</source>
        <translation>驳回“{title}”</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>These words were recognised from a picture, and some are uncertain: compare them with the original.</source>
        <translation>此处文字由图像识别得出，部分字不确定，请对照原件核对。</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Suggested wording</source>
        <translation>建议措辞</translation>
    </message>
    <message>
        <source>Note for the memo or for yourself</source>
        <translation>备注（可写入意见书）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Accept (Ctrl+Return)</source>
        <translation>接受（Ctrl+Return）</translation>
    </message>
    <message>
        <source>Dismiss (Delete)</source>
        <translation>驳回（Delete）</translation>
    </message>
    <message>
        <source>Edit the wording</source>
        <translation>编辑建议措辞（F2）</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Select a finding to see what it says.</source>
        <translation>选中一条发现，查看详情。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Accept edit</source>
        <translation>接受修改</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>驳回</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Contracts ({patterns});;All files (*)</source>
        <translation>合同文件 ({patterns});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open contracts</source>
        <translation>打开合同</translation>
    </message>
    <message>
        <source>Word document ({pattern})</source>
        <translation>Word 文档 ({pattern})</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>查找范围：</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Export memo</source>
        <translation>导出意见书</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the contract</source>
        <translation>在合同中查找</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{at} of {all}</source>
        <translation>第 {at} 处，共 {all} 处</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Missing clauses</source>
        <translation>缺失条款</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>审查发现</translation>
    </message>
    <message>
        <source>Show or hide: {severity}</source>
        <translation>显示或隐藏：{severity}</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>State</source>
        <translation>处理状态</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>There is no contract in this folder.</source>
        <translation>该文件夹里没有可审查的合同文件。</translation>
    </message>
    <message>
        <source>{count} contracts were dropped; the first {opened} of them were opened.</source>
        <translation>拖入了 {count} 份合同，已打开前 {opened} 份，其余请分批拖入。</translation>
    </message>
    <message>
        <source>The memo was saved: {name}</source>
        <translation>意见书已保存：{name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>{count} files were opened one by one. Are they one contract with its attachments?</source>
        <translation>已分别打开 {count} 个文件。它们是同一份合同及其附件吗？</translation>
    </message>
    <message>
        <source>Review together</source>
        <translation>一起审查</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>分别审查</translation>
    </message>
    <message>
        <source>Shenyue</source>
        <translation>审约</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>审查(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Stance</source>
        <translation>审查立场(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Reviewing for</source>
        <translation>审查立场</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>PasswordRow</name>
    <message>
        <source>Password of the file</source>
        <translation>文件的打开密码</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Decisions made now are not kept: the data file of Shenyue cannot be used.</source>
        <translation>数据文件无法使用，本次所作的处理不会保存。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong with this file. The details are in the log; please try again.</source>
        <translation>处理该文件时出现意外错误，详情已记入日志。请重试。</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>ReadingNotes</name>
    <message>
        <source>Notes on the reading ({count})</source>
        <translation>读取提示（{count}）</translation>
    </message>
</context>
<context>
    <name>RemarksPanel</name>
    <message>
        <source>Comments and changes in the file</source>
        <translation>文件中的批注和修订</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>{name} and others ({count} files)</source>
        <translation>{name} 等 {count} 个文件</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Outline</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Remarks ({count})</source>
        <translation>批注和修订（{count}）</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Show which checks were made</source>
        <translation>查看做了哪些检查</translation>
    </message>
    <message>
        <source>{done} of {all} decided</source>
        <translation>已处理 {done} / {all}</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close this file</source>
        <translation>关闭此文件</translation>
    </message>
    <message>
        <source>Reading and reviewing. You can go on working in other tabs.</source>
        <translation>正在读取并审查，期间可在其他标签页继续工作。</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Recent contracts</source>
        <translation>最近审查的合同</translation>
    </message>
    <message>
        <source>Drop contracts here</source>
        <translation>将合同拖放到这里</translation>
    </message>
    <message>
        <source>Word, WPS, PDF, text and scans (JPG, PNG, TIFF), several at once. Nothing leaves this computer.</source>
        <translation>支持 Word、WPS、PDF、文本和图片，可一次拖入多份。文件不离开本机。</translation>
    </message>
    <message>
        <source>Open contracts…</source>
        <translation>打开合同…</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>High risk</source>
        <translation>高风险</translation>
    </message>
    <message>
        <source>Medium risk</source>
        <translation>中风险</translation>
    </message>
    <message>
        <source>Low risk</source>
        <translation>低风险</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Accepted, edited</source>
        <translation>已接受（有修改）</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Party A</source>
        <translation>甲方</translation>
    </message>
    <message>
        <source>Party B</source>
        <translation>乙方</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>中立</translation>
    </message>
    <message>
        <source>harms both parties</source>
        <translation>对双方不利</translation>
    </message>
    <message>
        <source>harms {party}</source>
        <translation>对{party}不利</translation>
    </message>
    <message>
        <source>in our favour</source>
        <translation>对我方有利</translation>
    </message>
    <message>
        <source>{clause}, page {page}</source>
        <translation>{clause}（第 {page} 页）</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>有发现</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Moved away</source>
        <translation>移走</translation>
    </message>
    <message>
        <source>Moved here</source>
        <translation>移来</translation>
    </message>
    <message>
        <source>{all} checks made: {found} with findings, {passed} passed, {other} not applicable</source>
        <translation>共检查 {all} 项：有发现 {found}，通过 {passed}，不适用 {other}</translation>
    </message>
    <message>
        <source>Finding the clauses</source>
        <translation>正在识别条款</translation>
    </message>
    <message>
        <source>Reading amounts, dates and parties</source>
        <translation>正在提取金额、日期与当事人</translation>
    </message>
    <message>
        <source>Checking the rules</source>
        <translation>正在逐条审查</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
</context>
</TS>
