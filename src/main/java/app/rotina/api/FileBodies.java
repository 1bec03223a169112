package app.rotina.api;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a file that is sent as a form. Of a POST the server has read a form's content by then, so
 * that the file would seem empty; of a multipart form the content is wrapped.
 */
@Configuration(proxyBeanMethods = false)
class FileBodies implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route && takesFile(route) && isForm(request)) {
            throw new RotinaException(Problem.SENT_AS_FORM);
        }
        return true;
    }

    private static boolean takesFile(HandlerMethod route) {
        return Arrays.asList(route.getMethod().getParameterTypes()).contains(InputStream.class);
    }

    private static boolean isForm(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        if (type == null) {
            return false;
        }
        String plain = type.toLowerCase(Locale.ROOT);
        return plain.startsWith("multipart/")
                || (plain.startsWith("application/x-www-form-urlencoded")
                        && request.getMethod().equals("POST"));
    }
}
