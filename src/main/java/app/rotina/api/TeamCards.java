package app.rotina.api;

import app.rotina.kernel.MetricValue;
import app.rotina.state.Climate.Question;
import app.rotina.state.Expectations.Expectation;
import app.rotina.state.Talk;
import app.rotina.state.Trial;
import app.rotina.team.Pulse.Fortnight;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API says of a store's team. */
final class TeamCards {
    private TeamCards() {}

    /**
     * The climate of a fortnight that is over.
     *
     * @param answers how many people answered; null where too few did
     * @param means from 1 to 5 by question; null where too few answered
     * @param missing why there is nothing to tell; null where there is
     */
    record ClimateCard(
            LocalDate from,
            LocalDate to,
            @Nullable BigDecimal answers,
            Map<String, @Nullable BigDecimal> means,
            @Nullable String missing) {
        static ClimateCard of(Fortnight fortnight) {
            Map<String, @Nullable BigDecimal> means = new LinkedHashMap<>();
            for (Question question : Question.values()) {
                @Nullable MetricValue mean = fortnight.means().get(question);
                means.put(question.id(), mean == null ? null : mean.known().orElse(null));
            }
            return new ClimateCard(
                    fortnight.days().from(),
                    fortnight.days().to(),
                    fortnight.answers().known().orElse(null),
                    means,
                    fortnight.answers().missing().orElse(null));
        }
    }

    /** Something expected of a person or, where {@code person} is null, of a job. */
    record ExpectationCard(
            long id,
            @Nullable String person,
            @Nullable String job,
            String text,
            @Nullable LocalDate review,
            String by,
            Instant at) {
        static ExpectationCard of(Expectation one) {
            return new ExpectationCard(
                    one.id(),
                    one.of() == null ? null : one.of().name(),
                    one.job() == null ? null : one.job().id(),
                    one.body(),
                    one.review(),
                    one.who(),
                    one.at());
        }
    }

    /** A partner on trial. */
    record TrialCard(
            long id,
            String partner,
            String work,
            LocalDate begun,
            LocalDate decideBy,
            String job,
            String state,
            List<CriterionCard> criteria,
            List<DecisionCard> decisions) {
        static TrialCard of(Trial trial) {
            return new TrialCard(
                    trial.id(),
                    trial.partner(),
                    trial.work(),
                    trial.begun(),
                    trial.decideBy(),
                    trial.job().id(),
                    lower(trial.state()),
                    trial.criteria().stream().map(CriterionCard::of).toList(),
                    trial.decisions().stream().map(DecisionCard::of).toList());
        }
    }

    /** What it is judged by; {@code met} is null where nobody has judged it. */
    record CriterionCard(long id, String text, @Nullable Boolean met) {
        static CriterionCard of(Trial.Criterion one) {
            return new CriterionCard(one.id(), one.text(), one.met());
        }
    }

    /** How it was left; {@code until} is null unless it was extended. */
    record DecisionCard(
            long id, String exit, @Nullable LocalDate until, String why, String by, Instant at) {
        static DecisionCard of(Trial.Decision one) {
            return new DecisionCard(
                    one.id(), lower(one.exit()), one.until(), one.why(), one.who(), one.at());
        }
    }

    /** A talk as the one who asks reads it. */
    record TalkCard(
            long id, LocalDate day, String with, SideCard mine, SideCard theirs, String agreed) {
        static TalkCard of(Talk talk) {
            return new TalkCard(
                    talk.id(),
                    talk.day(),
                    talk.with(),
                    SideCard.of(talk.mine()),
                    SideCard.of(talk.theirs()),
                    talk.agreed());
        }
    }

    /** One side of a talk. */
    record SideCard(String view, String proposal) {
        static SideCard of(Talk.Side side) {
            return new SideCard(side.view(), side.proposal());
        }
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
