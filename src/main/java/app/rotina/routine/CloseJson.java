package app.rotina.routine;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A close as it is kept. */
final class CloseJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(KeptValues.module()).build();

    private CloseJson() {}

    static String write(DailyClose close) {
        return JSON.writeValueAsString(close);
    }

    static DailyClose read(String json) {
        return JSON.readValue(json, DailyClose.class);
    }
}
