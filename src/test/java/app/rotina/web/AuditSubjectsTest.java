package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.metrics.Catalog;
import app.rotina.routine.checks.Checks;
import app.rotina.sample.SampleStore;
import app.rotina.state.StateForTests;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AuditSubjectsTest {
    private final AuditSubjects subjects =
            new AuditSubjects(
                    new Catalog(),
                    new Checks(StateForTests.noOwnChecks(), StateForTests.noRoutineChoices()));

    @Test
    void saysDatesStatesAndNamesInTheReadersLanguage() {
        assertThat(english("close", "2026-11-21 missed")).isEqualTo("Sat, Nov 21, 2026 · Missed");
        assertThat(english("checks", "2026-11-21 daily")).isEqualTo("Sat, Nov 21, 2026 · Daily");
        assertThat(english("goal", "2026-11 net_revenue 898000"))
                .isEqualTo("November 2026 · Net revenue · R$898,000.00");
        assertThat(english("goal.day", "2026-11 net_revenue 99 2026-11-21 1250.5"))
                .isEqualTo("November 2026 · Net revenue · 99 · Sat, Nov 21, 2026 · R$1,250.50");
        assertThat(english("goal", "2026-11 units 3100"))
                .isEqualTo("November 2026 · Units · 3,100");
        assertThat(in("pt-BR", "goal", "2026-11 conversion 1.85%")).endsWith(" · 1,85%");
        assertThat(english("check.answer", "12 prices")).startsWith("no. 12 · ");
        assertThat(english("import", "files 4")).isEqualTo("4 files");
        assertThat(in("pt-BR", "checks", "2026-11-21 daily")).endsWith("Diária");
        assertThat(in("zh-CN", "close", "2026-11-21 missed")).endsWith("未达标");
    }

    @Test
    void leavesWhatPeopleWroteAsItIs() {
        assertThat(english("task", "7 Ring the bank daily")).isEqualTo("Ring the bank daily");
        assertThat(english("store.add", "missed 2026-11")).isEqualTo("missed 2026-11");
        assertThat(english("hero", "primary Saia Ipê")).isEqualTo("primary hero · Saia Ipê");
        assertThat(english("quarantine.mend", "rows 3")).isEqualTo("3 rows");
        assertThat(english("rebuild", "")).isEmpty();
    }

    private String english(String action, String subject) {
        return in("en", action, subject);
    }

    private String in(String language, String action, String subject) {
        Words words = Words.of(Locale.forLanguageTag(language));
        return subjects.said(action, subject, SampleStore.STORE, words);
    }
}
