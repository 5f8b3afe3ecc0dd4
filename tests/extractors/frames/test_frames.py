"""The grammar of contract sentences, by kind: every sentence is our own."""

from __future__ import annotations

import re
import time

import pytest

from extractors.frames import find_frames
from extractors.model import ActorKind, Clause, Consent, Frame, Modality, Party, Sentence, Span

MAY, MUST, MUST_NOT, NEED_NOT = Modality.MAY, Modality.MUST, Modality.MUST_NOT, Modality.NEED_NOT
BEARS, DEEMED, STATES = Modality.BEARS, Modality.DEEMED, Modality.STATES
AB = (Party("甲方", "青禾科技有限公司", ("委托方",)), Party("乙方", "远山软件有限公司", ("受托方",)))


def frames_of(text: str, parties: tuple[Party, ...] = AB) -> tuple[Frame, ...]:
    """The frames of ``text``, a sentence ending at 。 or ；."""
    ends = re.finditer(r"[^。；]+[。；]?", text)
    sentences = tuple(Sentence(index, Span(match.start(), match.end())) for index, match in enumerate(ends))
    return find_frames(text, sentences, (), parties)


def only(text: str, modality: Modality | None = None) -> Frame:
    """The one frame of ``text`` (with ``modality``, where it has others)."""
    found = [frame for frame in frames_of(text) if modality is None or frame.modality is modality]
    assert len(found) == 1, [(frame.modality, frame.action.of(text)) for frame in found]
    return found[0]


MODALITIES = [
    ("甲方应于每月十日前支付服务费。", "甲方", MUST, "于每月十日前支付服务费"),
    ("乙方应当妥善保管样品。", "乙方", MUST, "妥善保管样品"),
    ("乙方须在三日内更换设备。", "乙方", MUST, "在三日内更换设备"),
    ("甲方需要提供开发环境。", "甲方", MUST, "提供开发环境"),
    ("乙方负责系统的日常巡检。", "乙方", MUST, "系统的日常巡检"),
    ("乙方保证源代码系其原创。", "乙方", MUST, "源代码系其原创"),
    ("乙方承诺不得向外披露名单。", "乙方", MUST_NOT, "向外披露名单"),
    ("甲方有权抽查服务记录。", "甲方", MAY, "抽查服务记录"),
    ("甲方可以更换联系人。", "甲方", MAY, "更换联系人"),
    ("甲方可书面要求乙方整改。", "甲方", MAY, "书面要求乙方整改"),
    ("甲方得解除本合同。", "甲方", MAY, "解除本合同"),
    ("甲方享有成果的著作权。", "甲方", MAY, "成果的著作权"),
    ("甲方保留追索差额的权利。", "甲方", MAY, "保留追索差额的权利"),
    ("乙方不得擅自变更配置。", "乙方", MUST_NOT, "擅自变更配置"),
    ("甲方无权单方解除。", "甲方", MUST_NOT, "单方解除"),
    ("乙方严禁复制客户名单。", "乙方", MUST_NOT, "复制客户名单"),
    ("乙方不可将工作转交他人。", "乙方", MUST_NOT, "将工作转交他人"),
    ("甲方无需另付差旅费。", "甲方", NEED_NOT, "另付差旅费"),
    ("乙方不必提供纸质报告。", "乙方", NEED_NOT, "提供纸质报告"),
    ("甲方不承担运输途中的损失。", "甲方", NEED_NOT, "承担运输途中的损失"),
    ("乙方概不负责。", "乙方", NEED_NOT, "负责"),
    ("乙方不对数据丢失承担责任。", "乙方", NEED_NOT, "承担责任"),
    ("乙方不负赔偿责任。", "乙方", NEED_NOT, "负赔偿责任"),
    ("乙方免于承担违约责任。", "乙方", NEED_NOT, "承担违约责任"),
    ("乙方不构成违约。", "乙方", NEED_NOT, "构成违约"),
    ("乙方承担全部运费。", "乙方", BEARS, "承担全部运费"),
    ("乙方赔偿甲方的停工损失。", "乙方", BEARS, "赔偿甲方的停工损失"),
    ("甲方视为已经验收。", "甲方", DEEMED, "已经验收"),
    ("甲方支付首期款。", "甲方", STATES, "支付首期款"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role", "modality", "action"), MODALITIES)
def test_actor_modality_and_action_of_a_plain_sentence(text: str, role: str, modality: Modality, action: str) -> None:
    frame = only(text)
    assert (frame.actor.role, frame.modality, frame.action.of(text)) == (role, modality, action)
    assert frame.actor.span is not None
    assert frame.actor.span.of(text) == role


PASSIVES = [
    ("运费由甲方承担。", "甲方", BEARS),
    ("测试环境均由乙方负责。", "乙方", MUST),
    ("上述税费应由甲方缴纳。", "甲方", MUST),
    ("项目成果归乙方所有。", "乙方", STATES),
    ("新增工程量须经甲方书面确认。", "甲方", MUST),
    ("由甲方提供的素材引发争议的，由乙方处理。", "乙方", STATES),
    ("因乙方原因造成的损失由乙方赔偿。", "乙方", BEARS),
    ("甲方的损失由乙方赔偿。", "乙方", BEARS),
    ("服务器遭受攻击，与乙方无关。", "乙方", NEED_NOT),
    ("代理人在授权期内的一切行为均由甲方负责。", "甲方", MUST),
]


@pytest.mark.parametrize(("text", "role", "modality"), PASSIVES)
def test_by_whom_a_thing_is_done_is_the_actor(text: str, role: str, modality: Modality) -> None:
    frame = frames_of(text)[-1]
    assert (frame.actor.role, frame.modality) == (role, modality)


KINDS = [
    ("双方应当保守秘密。", ActorKind.EACH, "双方"),
    ("甲方和乙方应各自纳税。", ActorKind.EACH, "甲方和乙方"),
    ("任何一方不得擅自将合同的权利、义务转让给第三方。", ActorKind.ANY, "任何一方"),
    ("违约方应赔偿损失。", ActorKind.ANY, "违约方"),
    ("人民法院有权调整违约金。", ActorKind.THIRD, "人民法院"),
    ("委托方应提供资料。", ActorKind.PARTY, "甲方"),
    ("远山软件有限公司应提供资料。", ActorKind.PARTY, "乙方"),
    ("本合同不得转让。", ActorKind.UNKNOWN, ""),
    ("甲方的损失应当如数弥补。", ActorKind.UNKNOWN, ""),
]


@pytest.mark.parametrize(("text", "kind", "role"), KINDS)
def test_who_can_act(text: str, kind: ActorKind, role: str) -> None:
    actor = frames_of(text)[0].actor
    assert (actor.kind, actor.role) == (kind, role)


def test_a_role_the_lists_do_not_know_acts_where_a_subject_stands() -> None:
    text = "冷链运维方应每日记录温度。"
    (frame,) = frames_of(text, parties=())
    assert (frame.actor.kind, frame.actor.role) == (ActorKind.PARTY, "冷链运维方")


CONDITIONS = [
    ("甲方逾期付款的，乙方有权停止服务。", ["甲方逾期付款的"]),
    ("如乙方未按期交付，甲方可以拒收。", ["如乙方未按期交付"]),
    ("若因乙方原因，导致甲方停产，且超过三日的，乙方应减收服务费。", ["若因乙方原因", "导致甲方停产", "且超过三日的"]),
    ("协议到期时，甲方应结清余款。", ["协议到期时"]),
    ("验收合格后甲方应支付尾款。", ["验收合格后"]),
    ("一旦发生泄密，乙方应立即报告。", ["一旦发生泄密"]),
    ("由于甲方迟延提供资料，乙方有权顺延工期。", ["由于甲方迟延提供资料"]),
    ("除非法律另有要求，乙方不得披露。", ["除非法律另有要求"]),
    ("乙方应按时供货，否则应支付违约金。", ["否则"]),
    ("乙方逾期交货，应按日支付违约金。", ["乙方逾期交货"]),
    ("用户继续登录的视为接受。", ["用户继续登录的"]),
    ("如甲方需要增加席位，乙方可以报价。", ["如甲方需要增加席位"]),
    ("每逾期一日，乙方应支付货款的万分之三。", ["每逾期一日"]),
    ("乙方每延迟一日，应支付货款的万分之三。", ["乙方每延迟一日"]),
    ("如需提供担保，甲方应另立合同。", ["如需提供担保"]),
    ("乙方违约，或者拖延施工，且经催告仍未改正的，甲方可解约。", ["乙方违约", "或者拖延施工", "且经催告仍未改正的"]),
    ("无论损失是否可预见，乙方均应赔偿。", ["无论损失是否可预见"]),
    ("因此，乙方应重新施工。", []),
    ("乙方应如期完工。", []),
    ("乙方应达到约定的目的，并提交报告。", []),
    ("甲方应在到货后，三日内验收。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CONDITIONS)
def test_conditions(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in frames_of(text)[-1].conditions] == expected


def test_a_condition_governs_all_predicates_up_to_the_next_one() -> None:
    text = "乙方停工超过三日的，甲方有权解除合同，乙方应退还预付款；停工满一日的，甲方可以催告。"
    assert [[span.of(text) for span in frame.conditions] for frame in frames_of(text)] == [
        ["乙方停工超过三日的"],
        ["乙方停工超过三日的"],
        ["停工满一日的"],
    ]


EXCEPTIONS = [
    ("除不可抗力外，乙方不得中断服务。", ["除不可抗力外"]),
    ("除甲方另有指示，或法律另有规定外，乙方不得披露。", ["除甲方另有指示，或法律另有规定外"]),
    ("乙方不得披露客户信息，但法律另有规定的除外。", ["但法律另有规定的除外"]),
    ("乙方应赔偿损失，但甲方自身过错造成的，除外。", ["但甲方自身过错造成的，除外"]),
    ("乙方应承担维修费用（人为损坏除外）。", ["人为损坏除外"]),
    ("除支付违约金外，乙方还应赔偿损失。", []),
    ("乙方除退还货款外，还应支付利息。", []),
    ("乙方不承担举证责任以外的费用。", []),
]


@pytest.mark.parametrize(("text", "expected"), EXCEPTIONS)
def test_exceptions(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in frames_of(text)[-1].exceptions] == expected


CONSENTS = [
    ("经甲方书面同意，乙方可以分包。", MAY, Consent.OTHER),
    ("未经甲方同意，乙方不得分包。", MUST_NOT, Consent.OTHER),
    ("乙方未征得甲方书面许可不得分包。", MUST_NOT, Consent.OTHER),
    ("乙方更换项目经理的，须经甲方批准。", MUST, Consent.OTHER),
    ("双方协商一致，可以变更本合同。", MAY, Consent.MUTUAL),
    ("未经双方协商一致，任何一方不得变更价格。", MUST_NOT, Consent.MUTUAL),
    ("合同变更应签订补充协议。", MUST, Consent.MUTUAL),
    ("甲方可提前三十日书面通知乙方解除合同。", MAY, Consent.NOTICE),
    ("甲方有权单方解除合同，但应提前三十日通知乙方。", MAY, Consent.NOTICE),
    ("甲方提前十日书面通知乙方的，可减少采购数量。", MAY, Consent.NOTICE),
    ("甲方有权单方调整价格。", MAY, Consent.UNILATERAL),
    ("甲方可随时解除本合同。", MAY, Consent.UNILATERAL),
    ("甲方无需乙方同意即可转让债权。", MAY, Consent.UNILATERAL),
    ("甲方可不经通知中止服务。", MAY, Consent.UNILATERAL),
    ("甲方有权视经营需要调整服务内容。", MAY, Consent.UNILATERAL),
    ("任何一方不得擅自变更本合同。", MUST_NOT, Consent.UNILATERAL),
    ("双方未能协商一致的，甲方有权起诉。", MAY, Consent.NONE),
    ("乙方未经甲方同意转包的，甲方有权解除合同。", MAY, Consent.NONE),
    ("经甲方书面确认的费用由甲方承担。", BEARS, Consent.NONE),
    ("乙方应自行承担差旅费。", MUST, Consent.NONE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "modality", "consent"), CONSENTS)
def test_whose_consent(text: str, modality: Modality, consent: Consent) -> None:
    frame = next(frame for frame in frames_of(text) if frame.modality is modality)
    assert frame.consent is consent
    assert (frame.consent_span is None) is (consent is Consent.NONE)


NEGATIONS = [
    ("甲方不得拒绝验收。", MUST_NOT, "拒绝验收", True),
    ("甲方不得以货款未到为由，拒绝验收。", MUST_NOT, "以货款未到为由，拒绝验收", True),
    ("乙方不得不中止施工。", MUST, "中止施工", False),
    ("甲方有权不予退还押金。", MAY, "不予退还押金", True),
    ("甲方有权拒绝付款。", MAY, "拒绝付款", True),
    ("已付定金概不退还。", STATES, "概不退还", True),
    ("乙方恕不另行通知。", STATES, "恕不另行通知", True),
    ("甲方不视为放弃权利。", DEEMED, "放弃权利", True),
    ("甲方付款不免除乙方的保修责任。", STATES, "付款不免除乙方的保修责任", False),
    ("乙方的保密义务不因合同终止而免除。", STATES, "不因合同终止而免除", True),
    ("乙方不能免责。", MUST_NOT, "免责", False),
]


@pytest.mark.parametrize(("text", "modality", "action", "negated"), NEGATIONS)
def test_negation_and_double_negation(text: str, modality: Modality, action: str, *, negated: bool) -> None:
    frame = only(text)
    assert (frame.modality, frame.action.of(text), frame.negated) == (modality, action, negated)


NO_MODAL = [
    "乙方取得甲方的认可。", "乙方获得许可。", "双方确认系统可能中断。", "乙方供应相应配件。", "甲方享受所得收益。",
    "乙方提供用户须知。", "甲方提交需求文档。", "甲方登记应收账款。", "双方知悉不可抗力规则。", "乙方缴纳履约保证金。",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_MODAL)
def test_a_character_inside_a_word_is_no_modal_word(text: str) -> None:
    assert only(text).modality is STATES


ELIDED = [
    ("乙方泄露名单的，应赔偿损失。", "乙方", MUST),
    ("乙方逾期提交结算书的，视为同意以甲方核算的金额结算。", "乙方", DEEMED),
    ("乙方对甲方提供的信息，以及由此形成的资料，包括图纸等负有保密义务。", "乙方", MUST),
    ("甲方应提供场地，不得收取租金。", "甲方", MUST_NOT),
    ("因乙方过错造成损失的，应当赔偿。", "乙方", MUST),
    ("乙方逾期的，甲方有权解除合同，并应承担违约责任。", "乙方", MUST),
    ("甲方有权检查现场。同时应遵守安全规定。", "甲方", MUST),
]


@pytest.mark.parametrize(("text", "role", "modality"), ELIDED)
def test_a_subject_left_out_is_taken_over(text: str, role: str, modality: Modality) -> None:
    frame = frames_of(text)[-1]
    assert (frame.actor.role, frame.actor.span, frame.modality) == (role, None, modality)


SEVERAL = [
    ("乙方应按图施工，接受甲方监督，不得偷工减料。", [MUST, MUST_NOT]),
    ("甲方可以解除合同且不承担违约责任。", [MAY, NEED_NOT]),
    ("乙方不得转包、不得挂靠。", [MUST_NOT, MUST_NOT]),
    ("甲方有权解除合同，要求乙方赔偿损失。", [MAY]),
    ("甲方应支付的款项由乙方垫付。", [STATES]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_one_frame_for_each_predicate(text: str, expected: list[Modality]) -> None:
    assert [frame.modality for frame in frames_of(text)] == expected


def listed(stem: str, *items: str) -> tuple[str, tuple[Frame, ...]]:
    """A stem with its items, each on a line of its own."""
    text, sentences = stem, [Sentence(0, Span(0, len(stem)))]
    for number, item in enumerate(items, start=1):
        start = len(text) + 1
        text += "\n" + item
        sentences.append(Sentence(number, Span(start, len(text)), stem=Span(0, len(stem))))
    frames = find_frames(text, tuple(sentences), (), AB)
    return text, tuple(frame for frame in frames if frame.sentence > 0)


def test_items_have_the_actor_and_modality_of_their_stem() -> None:
    text, frames = listed("乙方不得有下列行为：", "（一）转包工程；", "（二）更换主材；")
    assert [(f.actor.role, f.modality, f.action.of(text)[-4:]) for f in frames] == [
        ("乙方", MUST_NOT, "转包工程"),
        ("乙方", MUST_NOT, "更换主材"),
    ]


def test_an_item_keeps_its_own_modality() -> None:
    _, frames = listed("乙方义务：", "1、按时供货；", "2、应提供合格证；")
    assert [(frame.actor.role, frame.modality) for frame in frames] == [("乙方", MUST)]


def test_listed_cases_are_conditions_of_the_right_in_the_stem() -> None:
    text, frames = listed("有下列情形之一的，甲方有权解除合同：", "（一）乙方停工满十日；", "（二）乙方转包。")
    assert [(f.actor.role, f.modality, f.action.of(text)) for f in frames] == [("甲方", MAY, "解除合同")] * 2
    assert [frame.conditions[-1].of(text)[3:7] for frame in frames] == ["乙方停工", "乙方转包"]
    assert frames[0].sentence == 1


def test_the_clause_title_tells_whose_duties_follow() -> None:
    text = "第三条 乙方的义务\n应每周提交进度报告。"
    clause = Clause(0, "三", "第三条", "乙方的义务", 1, Span(0, len(text)), Span(0, len(text)))
    sentences = (Sentence(0, Span(0, 9), 0), Sentence(1, Span(10, len(text)), 0))
    (frame,) = find_frames(text, sentences, (clause,), AB)
    assert (frame.actor.role, frame.actor.span, frame.modality) == ("乙方", None, MUST)


def test_spans_lie_in_the_text_and_hold_their_parts() -> None:
    text = "除不可抗力外，乙方逾期交付的，应支付违约金，但甲方同意延期的除外。"
    (frame,) = frames_of(text)
    assert frame.span.of(text) == text.rstrip("。")
    assert all(frame.span.covers(part) for part in (frame.action, *frame.conditions, *frame.exceptions))


def test_a_long_contract_is_read_quickly() -> None:
    text = "".join(row[0] for row in (*MODALITIES, *CONDITIONS, *CONSENTS)) * 40
    assert len(text) > 30_000
    start = time.process_time()  # processor time: the machine may be busy with other things
    frames_of(text)
    assert time.process_time() - start < 2.0  # under 0.5 s as a rule
