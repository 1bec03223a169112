package app.rotina.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.RotinaException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupposedTest {
    @Test
    void readsAChangeAndAValue() {
        assertThat(Supposed.of("sessions=+10%"))
                .isEqualTo(new Supposed.Changed("sessions", new BigDecimal("0.10")));
        assertThat(Supposed.of("sessions=-2.5%").factor(BigDecimal.TEN))
                .isEqualByComparingTo("0.975");
        assertThat(Supposed.of("conversion_rate=0.021").factor(new BigDecimal("0.02")))
                .isEqualByComparingTo("1.05");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sessions",
                "sessions=",
                "sessions=10%",
                "sessions=-5",
                "sessions=1,5",
                "sessions=+1e3%",
                "sessions=-101%",
                "sessions=+99999%",
                "Sessions=+1%",
                "sessions=٣"
            })
    void refusesWhatIsUnclear(String text) {
        assertThatThrownBy(() -> Supposed.of(text)).isInstanceOf(RotinaException.class);
    }
}
