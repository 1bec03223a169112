package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Anyone;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of this API for programs (OpenAPI 3.1), read off the routes themselves. */
@RestController
public class OpenApiDocument {
    private static final String PREFIX = "/api/";

    /** What a route is handed without being told; a record may gather it with what is told. */
    private static final Set<Class<?>> GIVEN = Set.of(Caller.class, Store.class, Locale.class);

    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final RequestMappingHandlerMapping routes;

    OpenApiDocument(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @GetMapping("/api/openapi.json")
    @Anyone
    public Map<String, Object> document() {
        Schemas schemas = new Schemas();
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        routes.getHandlerMethods().forEach((info, route) -> add(paths, info, route, schemas));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Rotina", "version", "1"));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "schemas",
                        schemas.all(),
                        "securitySchemes",
                        Map.of("bearer", Map.of("type", "http", "scheme", "bearer"))));
        return document;
    }

    private static void add(
            Map<String, Map<String, Object>> paths,
            RequestMappingInfo info,
            HandlerMethod route,
            Schemas schemas) {
        for (String path : info.getPatternValues()) {
            if (!path.startsWith(PREFIX)) {
                continue;
            }
            Map<String, Object> operations =
                    paths.computeIfAbsent(path, one -> new TreeMap<String, Object>());
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                operations.put(
                        method.name().toLowerCase(Locale.ROOT), operation(path, route, schemas));
            }
        }
    }

    private static Map<String, Object> operation(
            String path, HandlerMethod route, Schemas schemas) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", operationId(route));
        @Nullable Access access = route.getMethodAnnotation(Access.class);
        if (access != null) {
            operation.put("x-role", access.value().name().toLowerCase(Locale.ROOT));
            operation.put("security", List.of(Map.of("bearer", List.of())));
        }
        operation.put("parameters", parameters(path, route, schemas));
        for (MethodParameter parameter : route.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                operation.put("requestBody", content(parameter.getGenericParameterType(), schemas));
            } else if (parameter.getParameterType() == InputStream.class) {
                operation.put("requestBody", file(MediaType.APPLICATION_OCTET_STREAM_VALUE));
            }
        }
        operation.put("responses", responses(route, schemas));
        return operation;
    }

    private static String operationId(HandlerMethod route) {
        String area = route.getBeanType().getSimpleName().replace("Api", "");
        return area.substring(0, 1).toLowerCase(Locale.ROOT)
                + area.substring(1)
                + "."
                + route.getMethod().getName();
    }

    private static List<Object> parameters(String path, HandlerMethod route, Schemas schemas) {
        List<Object> parameters = new ArrayList<>();
        for (MethodParameter parameter : route.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            @Nullable RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
            String name = String.valueOf(parameter.getParameterName());
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                parameters.add(parameter(name, "path", true, schemas.of(type(parameter))));
            } else if (query != null) {
                boolean needed =
                        query.required()
                                && parameter.getParameterType() != MultiValueMap.class
                                && query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                parameters.add(parameter(name, "query", needed, schemas.of(type(parameter))));
            } else if (isQuery(parameter)) {
                for (RecordComponent part : told(parameter.getParameterType())) {
                    boolean needed = !part.getAnnotatedType().isAnnotationPresent(Nullable.class);
                    Map<String, Object> schema = schemas.of(part.getGenericType());
                    boolean inPath = path.contains("{" + part.getName() + "}");
                    parameters.add(
                            parameter(
                                    part.getName(),
                                    inPath ? "path" : "query",
                                    needed || inPath,
                                    schema));
                }
            }
        }
        if (path.contains("{store}")) {
            parameters.addFirst(parameter("store", "path", true, schemas.of(String.class)));
        }
        return parameters;
    }

    /** A record that is not the body is filled from the path and the query. */
    private static boolean isQuery(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type.isRecord()
                && !GIVEN.contains(type)
                && !parameter.hasParameterAnnotation(RequestBody.class);
    }

    private static List<RecordComponent> told(Class<?> query) {
        return Stream.of(query.getRecordComponents())
                .filter(part -> !GIVEN.contains(part.getType()))
                .toList();
    }

    private static Type type(MethodParameter parameter) {
        Type type = parameter.getGenericParameterType();
        return type == Store.class || type == Caller.class ? String.class : type;
    }

    private static Map<String, Object> parameter(
            String name, String in, boolean needed, Map<String, Object> schema) {
        return Map.of("name", name, "in", in, "required", needed, "schema", schema);
    }

    private static Map<String, Object> responses(HandlerMethod route, Schemas schemas) {
        Type type = route.getMethod().getGenericReturnType();
        Map<String, Object> done = new LinkedHashMap<>();
        done.put("description", "done");
        @Nullable Download download = route.getMethodAnnotation(Download.class);
        if (download != null) {
            done.putAll(file(download.value()));
        } else if (type != void.class) {
            done.putAll(content(type, schemas));
        }
        return Map.of(
                "2XX",
                done,
                "default",
                Map.of(
                        "description",
                        "problem",
                        "content",
                        Map.of(
                                "application/problem+json",
                                Map.of("schema", schemas.of(Fault.class)))));
    }

    private static Map<String, Object> content(Type type, Schemas schemas) {
        return Map.of("content", Map.of("application/json", Map.of("schema", schemas.of(type))));
    }

    /** A file as it is. */
    private static Map<String, Object> file(String mediaType) {
        return Map.of("content", Map.of(mediaType, Map.of()));
    }

    /** What every refusal says. */
    record Fault(String code, String detail, int status) {}
}
