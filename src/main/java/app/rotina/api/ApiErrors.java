package app.rotina.api;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every failure as problem+json: its code, and its sentence in the language that was asked for. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> known(RotinaException e, Locale locale) {
        if (e.problem().category().httpStatus() >= 500) {
            LOG.error("{}", e.problem(), e);
        }
        return answer(e, locale, status(e.problem()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> nothingThere(
            NoResourceFoundException e, HttpServletRequest request, Locale locale) {
        return known(new RotinaException(Problem.NOT_FOUND, e, request.getRequestURI()), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badValue(MethodArgumentTypeMismatchException e, Locale locale) {
        return known(
                new RotinaException(Problem.BAD_ARGUMENT, e, e.getName() + " = " + e.getValue()),
                locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badBody(HttpMessageNotReadableException e, Locale locale) {
        return known(new RotinaException(Problem.BAD_ARGUMENT, e, "JSON"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e, Locale locale) {
        if (e instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            String detail = String.valueOf(response.getBody().getDetail());
            return answer(
                    new RotinaException(Problem.BAD_ARGUMENT, e, detail),
                    locale,
                    response.getStatusCode());
        }
        LOG.error("unexpected", e);
        return known(new RotinaException(Problem.INTERNAL, e.getClass().getSimpleName()), locale);
    }

    private static ResponseEntity<ProblemDetail> answer(
            RotinaException e, Locale locale, HttpStatusCode status) {
        Texts texts = Texts.of(locale);
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, e.in(texts));
        body.setProperty("code", e.problem().name().toLowerCase(Locale.ROOT));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, texts.locale().toLanguageTag())
                .body(body);
    }

    private static HttpStatusCode status(Problem problem) {
        return HttpStatusCode.valueOf(
                switch (problem) {
                    case NOT_SIGNED_IN,
                            WRONG_PASSWORD,
                            WRONG_START_TOKEN,
                            WRONG_CODE,
                            SECOND_STEP_NEEDED,
                            BAD_PASSKEY,
                            HOOK_UNSIGNED ->
                            401;
                    case NOT_ALLOWED,
                            FORM_EXPIRED,
                            IN_PERSON,
                            TOKEN_READS_ONLY,
                            SECOND_STEP_MISSING,
                            SHOW_AGAIN,
                            NOT_ALL_THEIRS ->
                            403;
                    case UNKNOWN_STORE,
                            UNKNOWN_IMPORT,
                            UNKNOWN_PROFILE,
                            UNKNOWN_TOKEN,
                            UNKNOWN_CONNECTION,
                            HOOK_UNKNOWN,
                            NOT_FOUND ->
                            404;
                    case STORE_EXISTS,
                            PERSON_EXISTS,
                            IMPORT_RUNNING,
                            UPLOAD_OFFSET,
                            UPLOAD_INCOMPLETE ->
                            409;
                    case HOOK_GONE -> 410;
                    case HOOK_TOO_LARGE -> 413;
                    case SENT_AS_FORM -> 415;
                    case TOO_MANY_ATTEMPTS -> 429;
                    default -> problem.category().httpStatus();
                });
    }
}
