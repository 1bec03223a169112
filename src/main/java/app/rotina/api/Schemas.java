package app.rotina.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The shapes of what the API takes and gives, read off its records (JSON Schema). */
final class Schemas {
    private final Map<String, Object> records = new TreeMap<>();

    Map<String, Object> all() {
        return records;
    }

    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        if (!(type instanceof Class<?> plain)) {
            return Map.of();
        }
        if (plain.isRecord()) {
            return reference(plain);
        }
        return ofPlain(plain);
    }

    private Map<String, Object> ofGeneric(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        if (Collection.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(arguments[0]));
        }
        if (raw == MultiValueMap.class) {
            return Map.of("type", "array", "items", of(arguments[0]));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of("type", "object", "additionalProperties", of(arguments[1]));
        }
        return of(arguments[0]);
    }

    private static Map<String, Object> ofPlain(Class<?> type) {
        if (type == long.class
                || type == int.class
                || type == Long.class
                || type == Integer.class) {
            return Map.of("type", "integer");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        }
        if (type == String.class
                || type == BigDecimal.class
                || type.isEnum()
                || Temporal.class.isAssignableFrom(type)) {
            return Map.of("type", "string");
        }
        return Map.of();
    }

    private Map<String, Object> reference(Class<?> type) {
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        if (!records.containsKey(name)) {
            records.put(name, Map.of()); // a record may hold itself
            records.put(name, properties(type));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> properties(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> needed = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.put(name(component), of(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                needed.add(name(component));
            }
        }
        return Map.of("type", "object", "properties", properties, "required", needed);
    }

    /** As it is written in JSON. */
    private static String name(RecordComponent component) {
        @Nullable JsonProperty written = component.getAccessor().getAnnotation(JsonProperty.class);
        return written == null ? component.getName() : written.value();
    }
}
