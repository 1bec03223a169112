package app.rotina.sync;

import app.rotina.outgoing.Names;
import app.rotina.outgoing.Outgoing;
import app.rotina.outgoing.Outgoing.Limits;
import app.rotina.reach.OwnNetwork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Calls shops only where the owner of the installation lets them; a page may be long. */
@Configuration(proxyBeanMethods = false)
class SyncConfiguration {
    private static final Limits PAGES = new Limits(Duration.ofSeconds(90), 64 << 20);

    @Bean
    Fetcher fetcher(OwnNetwork network, Clock clock) {
        Outgoing outgoing = new Outgoing(Names.SYSTEM, network::ranges, PAGES);
        return new Fetcher(outgoing, time -> rest(time, clock), clock);
    }

    private static void rest(Duration time, Clock clock) {
        Live.waits(time, clock);
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Live.goesOn();
        }
    }
}
