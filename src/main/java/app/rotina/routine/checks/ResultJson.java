package app.rotina.routine.checks;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results and findings as they are kept: figures as decimal numbers, exactly. */
public final class ResultJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private ResultJson() {}

    private record Content(List<Finding> findings, @Nullable String missing) {}

    static String write(Result result) {
        return JSON.writeValueAsString(new Content(result.findings(), result.missing()));
    }

    static String write(Finding finding) {
        return JSON.writeValueAsString(finding);
    }

    static Result result(Check check, LocalDate day, String json) {
        Content content = JSON.readValue(json, Content.class);
        return new Result(check, day, content.findings(), content.missing());
    }

    /** What a check's task rests on. */
    public static Finding finding(String json) {
        return JSON.readValue(json, Finding.class);
    }
}
