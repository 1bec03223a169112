package app.rotina.web;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** A failure as a page that says what happened and where to go; without a session: the sign-in. */
@ControllerAdvice(basePackageClasses = WebErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class WebErrors {
    private static final Logger LOG = LoggerFactory.getLogger(WebErrors.class);

    private final Screens screens;

    WebErrors(Screens screens) {
        this.screens = screens;
    }

    /** Addresses that lead nowhere, when a browser asks for them. */
    @ControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Nowhere {
        private final Screens screens;

        Nowhere(Screens screens) {
            this.screens = screens;
        }

        @ExceptionHandler(
                exception = NoResourceFoundException.class,
                produces = MediaType.TEXT_HTML_VALUE)
        ModelAndView nothingThere(HttpServletRequest request) {
            return page(
                    screens.of(request),
                    new RotinaException(Problem.NOT_FOUND, request.getRequestURI()),
                    404);
        }
    }

    @ExceptionHandler
    ModelAndView known(RotinaException e, HttpServletRequest request) {
        if (e.problem() == Problem.NOT_SIGNED_IN) {
            return new ModelAndView("redirect:/sign-in");
        }
        if (e.problem() == Problem.SECOND_STEP_MISSING || e.problem() == Problem.SHOW_AGAIN) {
            return new ModelAndView("redirect:/account");
        }
        if (e.problem().category().httpStatus() >= 500) {
            LOG.error("{}", e.problem(), e);
        }
        return page(screens.of(request), e, status(e.problem()));
    }

    @ExceptionHandler
    ModelAndView badValue(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return known(
                new RotinaException(Problem.BAD_ARGUMENT, e, e.getName() + " = " + e.getValue()),
                request);
    }

    @ExceptionHandler
    ModelAndView missingValue(
            MissingServletRequestParameterException e, HttpServletRequest request) {
        return known(
                new RotinaException(Problem.BAD_ARGUMENT, e, e.getParameterName() + " = ?"),
                request);
    }

    @ExceptionHandler
    ModelAndView unexpected(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            String detail = String.valueOf(response.getBody().getDetail());
            return page(
                    screens.of(request),
                    new RotinaException(Problem.BAD_ARGUMENT, e, detail),
                    response.getStatusCode().value());
        }
        LOG.error("unexpected", e);
        return known(new RotinaException(Problem.INTERNAL, e.getClass().getSimpleName()), request);
    }

    private static ModelAndView page(Screen screen, RotinaException e, int status) {
        ModelAndView page = screen.show("problem", e.in(screen.words().texts()));
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }

    private static int status(Problem problem) {
        return switch (problem) {
            case NOT_SIGNED_IN, WRONG_PASSWORD, WRONG_START_TOKEN, WRONG_CODE -> 401;
            case NOT_ALLOWED, IN_PERSON, TOKEN_READS_ONLY, NOT_ALL_THEIRS -> 403;
            case UNKNOWN_STORE, UNKNOWN_IMPORT, UNKNOWN_PROFILE, UNKNOWN_CONNECTION, NOT_FOUND ->
                    404;
            case STORE_EXISTS, PERSON_EXISTS, IMPORT_RUNNING -> 409;
            case TOO_MANY_ATTEMPTS -> 429;
            default -> problem.category().httpStatus();
        };
    }
}
