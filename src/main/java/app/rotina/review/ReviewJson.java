package app.rotina.review;

import app.rotina.goals.GoalSuggestion.LastYear;
import app.rotina.goals.GoalSuggestion.Reckoning;
import app.rotina.goals.GoalSuggestion.RunRate;
import app.rotina.routine.KeptValues;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A review as it is kept when it is signed. */
final class ReviewJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(KeptValues.module())
                    .addMixIn(Reckoning.class, NamedReckoning.class)
                    .build();

    private ReviewJson() {}

    /** What is kept: the figures, and the texts that stood beside them. */
    record Kept(ReviewFigures figures, List<Review.Text> texts) {}

    static String write(Kept kept) {
        return JSON.writeValueAsString(kept);
    }

    static Kept read(String json) {
        return JSON.readValue(json, Kept.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = LastYear.class, name = "last_year"),
        @JsonSubTypes.Type(value = RunRate.class, name = "run_rate")
    })
    private interface NamedReckoning {}
}
