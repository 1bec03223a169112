package app.rotina.routine;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.MetricValue.Known;
import app.rotina.kernel.MetricValue.Missing;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Values as they are kept: a known one is a decimal text, a missing one names its reason. */
public final class KeptValues {
    private KeptValues() {}

    public static JacksonModule module() {
        return new SimpleModule()
                .addSerializer(MetricValue.class, new Writer())
                .addDeserializer(MetricValue.class, new Reader());
    }

    private static final class Writer extends ValueSerializer<MetricValue> {
        @Override
        public void serialize(MetricValue value, JsonGenerator json, SerializationContext context) {
            switch (value) {
                case Known(BigDecimal known) -> json.writeString(known.toPlainString());
                case Missing(String reason) -> {
                    json.writeStartObject();
                    json.writeName("missing");
                    json.writeString(reason);
                    json.writeEndObject();
                }
            }
        }
    }

    private static final class Reader extends ValueDeserializer<MetricValue> {
        @Override
        public MetricValue deserialize(JsonParser json, DeserializationContext context) {
            JsonNode node = json.readValueAsTree();
            return node.isObject()
                    ? MetricValue.missing(node.path("missing").asString())
                    : MetricValue.known(new BigDecimal(node.asString()));
        }
    }
}
