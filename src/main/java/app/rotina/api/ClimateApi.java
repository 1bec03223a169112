package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.access.InPerson;
import app.rotina.api.TeamCards.ClimateCard;
import app.rotina.kernel.Store;
import app.rotina.state.Climate.Question;
import app.rotina.state.Role;
import app.rotina.team.Pulse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a store's people feel, told of no one. */
@RestController
@RequestMapping("/api/stores/{store}/climate")
class ClimateApi {
    private final Pulse pulse;

    ClimateApi(Pulse pulse) {
        this.pulse = pulse;
    }

    /** Scores from 1 (no) to 5 (yes). */
    record Scores(@Nullable Integer mood, @Nullable Integer load, @Nullable Integer voice) {
        Map<Question, Integer> all() {
            Map<Question, Integer> scores = new EnumMap<>(Question.class);
            put(scores, Question.MOOD, mood);
            put(scores, Question.LOAD, load);
            put(scores, Question.VOICE, voice);
            return scores;
        }

        private static void put(
                Map<Question, Integer> scores, Question question, @Nullable Integer score) {
            if (score != null) {
                scores.put(question, score);
            }
        }
    }

    /** The fortnights that are over, the earliest first. */
    @GetMapping
    @Access(Role.VIEWER)
    List<ClimateCard> trend(Store store) {
        return pulse.trend(store).stream().map(ClimateCard::of).toList();
    }

    /** One's own answer for this fortnight; once, and nobody sees it by itself. */
    @PostMapping
    @Access(Role.VIEWER)
    @InPerson
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(Caller caller, Store store, @RequestBody Scores scores) {
        pulse.answer(store, caller.self(), scores.all());
    }
}
