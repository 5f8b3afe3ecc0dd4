<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <location filename="../../app/gui/dialogs/about.py" line="16"/>
        <source>Shenyue</source>
        <translation>审约</translation>
    </message>
    <message>
        <location filename="../../app/gui/dialogs/about.py" line="19"/>
        <source>Reviews contracts on this computer alone: no file, no word of it is sent anywhere.
Its findings help a lawyer to judge and do not replace the judgement.</source>
        <translation>审查只在本机进行：文件及其内容不会发送到任何地方。
审查结果供律师判断时参考，不能代替律师的判断。</translation>
    </message>
    <message>
        <location filename="../../app/gui/dialogs/about.py" line="33"/>
        <source>About Shenyue</source>
        <translation>关于审约</translation>
    </message>
    <message>
        <location filename="../../app/gui/dialogs/about.py" line="48"/>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <location filename="../../app/gui/actions.py" line="23"/>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="24"/>
        <source>&amp;Export memo…</source>
        <translation>导出意见书(&amp;E)…</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="25"/>
        <source>&amp;Close contract</source>
        <translation>关闭合同(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="26"/>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="27"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="28"/>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="33"/>
        <source>&amp;Find in text</source>
        <translation>在正文中查找(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="34"/>
        <source>&amp;Next finding</source>
        <translation>下一个发现(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="35"/>
        <source>&amp;Previous finding</source>
        <translation>上一个发现(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="36"/>
        <source>Check&amp;list…</source>
        <translation>检查清单(&amp;L)…</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="37"/>
        <source>&amp;Accept</source>
        <translation>接受(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="38"/>
        <source>&amp;Dismiss</source>
        <translation>驳回(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="39"/>
        <source>&amp;Edit wording</source>
        <translation>编辑措辞(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="40"/>
        <source>&amp;Outline</source>
        <translation>目录(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="43"/>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="44"/>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="45"/>
        <source>&amp;Keyboard shortcuts</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="46"/>
        <source>&amp;About Shenyue</source>
        <translation>关于审约(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="51"/>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="52"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../app/gui/actions.py" line="53"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>BasisList</name>
    <message>
        <location filename="../../app/gui/panels/basis.py" line="60"/>
        <source>The text of this article is not in the statute table.</source>
        <translation>法规库中暂无该条条文。</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/basis.py" line="63"/>
        <source>{text} (in force since {date})</source>
        <translation>{text}（{date} 起施行）</translation>
    </message>
</context>
<context>
    <name>ChecksDialog</name>
    <message>
        <location filename="../../app/gui/dialogs/checks.py" line="24"/>
        <location filename="../../app/gui/dialogs/checks.py" line="56"/>
        <source>Checklist</source>
        <translation>检查清单</translation>
    </message>
    <message>
        <location filename="../../app/gui/dialogs/checks.py" line="30"/>
        <source>“Passed” means that the rules found nothing; it does not replace reading. Double-click a check with findings to go to the first of them.</source>
        <translation>“通过”指按规则未发现问题，不代替通读全文。双击有发现的检查项，可转到其第一处发现。</translation>
    </message>
    <message>
        <location filename="../../app/gui/dialogs/checks.py" line="34"/>
        <source>Filter the checks</source>
        <translation>筛选检查项</translation>
    </message>
</context>
<context>
    <name>ContractPage</name>
    <message>
        <location filename="../../app/gui/panels/contract_page.py" line="148"/>
        <source>The review was cancelled.</source>
        <translation>已取消审查。</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/contract_page.py" line="235"/>
        <source>Reopen “{title}”</source>
        <translation>恢复待处理“{title}”</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/contract_page.py" line="236"/>
        <source>Accept “{title}”</source>
        <translation>接受“{title}”</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/contract_page.py" line="237"/>
        <source>Edit “{title}”</source>
        <translation>修改“{title}”</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/contract_page.py" line="238"/>
        <source>Dismiss “{title}”</source>
        <translation>驳回“{title}”</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="124"/>
        <source>These words were recognised from a picture, and some are uncertain: compare them with the original.</source>
        <translation>此处文字由图像识别得出，部分字不确定，请对照原件核对。</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="127"/>
        <source>Legal basis</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="130"/>
        <location filename="../../app/gui/panels/details_panel.py" line="166"/>
        <source>Suggested wording</source>
        <translation>建议措辞</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="133"/>
        <source>Note for the memo or for yourself</source>
        <translation>备注（可写入意见书）</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="134"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="136"/>
        <source>Accept (Ctrl+Return)</source>
        <translation>接受（Ctrl+Return）</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="137"/>
        <source>Dismiss (Delete)</source>
        <translation>驳回（Delete）</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="138"/>
        <source>Edit the wording</source>
        <translation>编辑建议措辞（F2）</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="139"/>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="140"/>
        <source>Select a finding to see what it says.</source>
        <translation>选中一条发现，查看详情。</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="212"/>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="214"/>
        <source>Accept edit</source>
        <translation>接受修改</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="214"/>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="215"/>
        <source>Dismissed</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/details_panel.py" line="215"/>
        <source>Dismiss</source>
        <translation>驳回</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <location filename="../../app/gui/dialogs/files.py" line="25"/>
        <source>Contracts ({patterns});;All files (*)</source>
        <translation>合同文件 ({patterns});;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../../app/gui/dialogs/files.py" line="23"/>
        <source>Open contracts</source>
        <translation>打开合同</translation>
    </message>
    <message>
        <location filename="../../app/gui/dialogs/files.py" line="36"/>
        <source>Word document ({pattern})</source>
        <translation>Word 文档 ({pattern})</translation>
    </message>
    <message>
        <location filename="../../app/gui/dialogs/files.py" line="47"/>
        <source>Folder:</source>
        <translation>查找范围：</translation>
    </message>
    <message>
        <location filename="../../app/gui/dialogs/files.py" line="48"/>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <location filename="../../app/gui/dialogs/files.py" line="34"/>
        <source>Export memo</source>
        <translation>导出意见书</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <location filename="../../app/gui/panels/find_bar.py" line="29"/>
        <source>Find in the contract</source>
        <translation>在合同中查找</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/find_bar.py" line="39"/>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/find_bar.py" line="40"/>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/find_bar.py" line="43"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/find_bar.py" line="87"/>
        <source>{at} of {all}</source>
        <translation>第 {at} 处，共 {all} 处</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <location filename="../../app/gui/models/findings.py" line="128"/>
        <source>Missing clauses</source>
        <translation>缺失条款</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <location filename="../../app/gui/panels/findings_panel.py" line="78"/>
        <source>Findings</source>
        <translation>审查发现</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/findings_panel.py" line="90"/>
        <source>Show or hide: {severity}</source>
        <translation>显示或隐藏：{severity}</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/findings_panel.py" line="97"/>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/findings_panel.py" line="98"/>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/findings_panel.py" line="99"/>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/findings_panel.py" line="100"/>
        <source>Dismissed</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/findings_panel.py" line="101"/>
        <source>State</source>
        <translation>处理状态</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../app/gui/main_window.py" line="206"/>
        <source>The memo was saved: {name}</source>
        <translation>意见书已保存：{name}</translation>
    </message>
    <message>
        <location filename="../../app/gui/main_window.py" line="207"/>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location filename="../../app/gui/main_window.py" line="208"/>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <location filename="../../app/gui/main_window.py" line="218"/>
        <source>{count} files were opened one by one. Are they one contract with its attachments?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/gui/main_window.py" line="221"/>
        <source>Review together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/gui/main_window.py" line="222"/>
        <source>Keep apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/gui/main_window.py" line="237"/>
        <source>Shenyue</source>
        <translation>审约</translation>
    </message>
    <message>
        <location filename="../../app/gui/main_window.py" line="292"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <location filename="../../app/gui/menus.py" line="17"/>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../app/gui/menus.py" line="19"/>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../app/gui/menus.py" line="21"/>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../app/gui/menus.py" line="22"/>
        <source>&amp;Review</source>
        <translation>审查(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../app/gui/menus.py" line="25"/>
        <source>&amp;Stance</source>
        <translation>审查立场(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../app/gui/menus.py" line="26"/>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../app/gui/menus.py" line="27"/>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../app/gui/menus.py" line="29"/>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../app/gui/menus.py" line="30"/>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../app/gui/menus.py" line="37"/>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <location filename="../../app/gui/menus.py" line="45"/>
        <source>Reviewing for</source>
        <translation>审查立场</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <location filename="../../app/gui/panels/message_bar.py" line="27"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <location filename="../../app/gui/panels/outline_panel.py" line="35"/>
        <location filename="../../app/gui/panels/outline_panel.py" line="36"/>
        <source>Outline</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>PasswordRow</name>
    <message>
        <location filename="../../app/gui/panels/waiting.py" line="69"/>
        <source>Password of the file</source>
        <translation>文件的打开密码</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/waiting.py" line="62"/>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <location filename="../../app/gui/problems.py" line="83"/>
        <source>Decisions made now are not kept: the data file of Shenyue cannot be used.</source>
        <translation>数据文件无法使用，本次所作的处理不会保存。</translation>
    </message>
    <message>
        <location filename="../../app/gui/problems.py" line="84"/>
        <source>Something unexpected went wrong with this file. The details are in the log; please try again.</source>
        <translation>处理该文件时出现意外错误，详情已记入日志。请重试。</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <location filename="../../app/gui/panels/waiting.py" line="25"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/waiting.py" line="50"/>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>ReadingNotes</name>
    <message>
        <location filename="../../app/gui/panels/reading_notes.py" line="53"/>
        <source>Notes on the reading ({count})</source>
        <translation>读取提示（{count}）</translation>
    </message>
</context>
<context>
    <name>RemarksPanel</name>
    <message>
        <location filename="../../app/gui/panels/remarks_panel.py" line="27"/>
        <source>Comments and changes in the file</source>
        <translation>文件中的批注和修订</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <location filename="../../app/gui/session.py" line="100"/>
        <source>{name} and others ({count} files)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <location filename="../../app/gui/panels/side_panel.py" line="23"/>
        <source>Outline</source>
        <translation>目录</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/side_panel.py" line="32"/>
        <source>Remarks ({count})</source>
        <translation>批注和修订（{count}）</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <location filename="../../app/gui/panels/status_line.py" line="25"/>
        <source>Show which checks were made</source>
        <translation>查看做了哪些检查</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/status_line.py" line="46"/>
        <source>{done} of {all} decided</source>
        <translation>已处理 {done} / {all}</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <location filename="../../app/gui/panels/waiting.py" line="107"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/waiting.py" line="109"/>
        <source>Close this file</source>
        <translation>关闭此文件</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/waiting.py" line="115"/>
        <source>Reading and reviewing. You can go on working in other tabs.</source>
        <translation>正在读取并审查，期间可在其他标签页继续工作。</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <location filename="../../app/gui/panels/welcome.py" line="28"/>
        <source>Recent contracts</source>
        <translation>最近审查的合同</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/welcome.py" line="67"/>
        <source>Drop contracts here</source>
        <translation>将合同拖放到这里</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/welcome.py" line="70"/>
        <source>Word, WPS, PDF, text and scans (JPG, PNG, TIFF), several at once. Nothing leaves this computer.</source>
        <translation>支持 Word、WPS、PDF、文本和扫描图片，可一次拖入多份。文件不会离开本机。</translation>
    </message>
    <message>
        <location filename="../../app/gui/panels/welcome.py" line="75"/>
        <source>Open contracts…</source>
        <translation>打开合同…</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <location filename="../../app/gui/wording.py" line="17"/>
        <source>High risk</source>
        <translation>高风险</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="18"/>
        <source>Medium risk</source>
        <translation>中风险</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="19"/>
        <source>Low risk</source>
        <translation>低风险</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="27"/>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="28"/>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="29"/>
        <source>Accepted, edited</source>
        <translation>已接受（有修改）</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="30"/>
        <source>Dismissed</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="38"/>
        <source>Party A</source>
        <translation>甲方</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="39"/>
        <source>Party B</source>
        <translation>乙方</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="40"/>
        <source>Neutral</source>
        <translation>中立</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="50"/>
        <source>harms both parties</source>
        <translation>对双方不利</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="51"/>
        <source>harms {party}</source>
        <translation>对{party}不利</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="56"/>
        <source>in our favour</source>
        <translation>对我方有利</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="66"/>
        <source>{clause}, page {page}</source>
        <translation>{clause}（第 {page} 页）</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="78"/>
        <source>With findings</source>
        <translation>有发现</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="79"/>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="80"/>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="86"/>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="93"/>
        <source>Inserted</source>
        <translation>插入</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="94"/>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="95"/>
        <source>Moved away</source>
        <translation>移走</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="96"/>
        <source>Moved here</source>
        <translation>移来</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="103"/>
        <source>{all} checks made: {found} with findings, {passed} passed, {other} not applicable</source>
        <translation>共检查 {all} 项：有发现 {found}，通过 {passed}，不适用 {other}</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="117"/>
        <source>Finding the clauses</source>
        <translation>正在识别条款</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="118"/>
        <source>Reading amounts, dates and parties</source>
        <translation>正在提取金额、日期与当事人</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="119"/>
        <source>Checking the rules</source>
        <translation>正在逐条审查</translation>
    </message>
    <message>
        <location filename="../../app/gui/wording.py" line="120"/>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
</context>
</TS>
