"""Routes that work on a question or a text: ask, verify, answers given before."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Header, Query, Response
from fastapi.responses import StreamingResponse

from assistant.models import Answer, Verification
from assistant.web.api.requests import AskRequest, VerifyQuery, VerifyRequest
from assistant.web.api.saving import as_file, durations
from assistant.web.api.streaming import MEDIA_TYPE, Told, streamed
from assistant.web.api.working import Desk
from assistant.web.metrics import Metrics
from assistant.web.problems import Problem, ProblemCode
from assistant.web.reports import FILE_NAME, FORMS, UNTOLD, ReportFormat
from assistant.web.service import Service, TellingService
from assistant.web.settings import MAX_QUESTION, MAX_VERIFY_TEXT
from assistant.web.texts import checked_characters, checked_names, checked_text


def asking_routes(service: Service, desk: Desk, metrics: Metrics) -> APIRouter:
    router = APIRouter(prefix="/v1")

    @router.post(
        "/ask",
        summary="提问",
        tags=["问答"],
        response_model=Answer,
        responses={200: {"content": {MEDIA_TYPE: {}}}},
    )
    async def ask(
        request: AskRequest, accept: Annotated[str, Header()] = ""
    ) -> Answer | StreamingResponse:
        """回答一个问题。每句话都注明出处；文件里没有的，`status` 为 `refused` 并说明原因。

        请求头 `Accept: text/event-stream` 时以事件流返回：`accepted`、由模型撰写时逐句 `statement`
        （已核对）、逐段 `text`、完整的 `answer`（以此为准）；出错时为 `problem`。
        """
        question = checked_text(request.question, name="问题", most=MAX_QUESTION)
        for turn in request.history:
            checked_characters(turn.content, name="对话记录", most=MAX_VERIFY_TEXT)
        checked_names(request.documents, name="文件编号")

        async def answered(told: Told | None = None) -> Answer:
            call = partial(service.ask, question, tuple(request.history), request.documents)
            if told is not None and isinstance(service, TellingService):
                call = partial(
                    service.ask_telling, question, told, tuple(request.history), request.documents
                )
            answer = await desk.answer(call)
            metrics.answer(answer)
            return answer

        return streamed(answered) if MEDIA_TYPE in accept else await answered()

    @router.post(
        "/verify",
        summary="核查一段文字",
        tags=["核查"],
        response_model=Verification,
        response_model_exclude=set(UNTOLD),
        responses={200: {"content": {form.media_type: {} for form in FORMS.values()}}},
    )
    async def verify(
        request: VerifyRequest, query: Annotated[VerifyQuery, Query()], reply: Response
    ) -> Verification | Response:
        """逐句核对一段文字里的数字、日期、单位和责任人，给出支持、矛盾或未提及。

        `format` 为 `html`、`markdown`、`docx` 时返回报告文件。文字和索引不变，返回的字节就不变；
        用时写在响应头 `Server-Timing` 里。
        """
        text = checked_text(request.text, name="待核查的文字", most=MAX_VERIFY_TEXT)
        verification = await desk.answer(partial(service.verify, text, request.reference_date))
        metrics.verification(verification)
        timing = {"Server-Timing": durations(verification.timings_ms)}
        if query.format is ReportFormat.JSON:
            reply.headers.update(timing)
            return verification
        form = FORMS[query.format]
        body = await desk.look_up(partial(form.write, verification))
        return as_file(body, form.media_type, FILE_NAME + form.ending, timing)

    @router.get("/answers/{answer_id}", summary="取回一条回答", tags=["问答"])
    async def answer(answer_id: str) -> Answer:
        """按编号取回此前给出的回答。"""
        found = await desk.look_up(partial(service.answer, answer_id))
        if found is None:
            raise Problem(
                404,
                ProblemCode.UNKNOWN_ANSWER,
                "没有这个编号的回答，可能编号有误，或已清理。请重新提问。",
            )
        return found

    return router
