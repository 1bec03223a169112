package app.rotina.reach;

import app.rotina.outgoing.Names;
import app.rotina.outgoing.Outgoing;
import app.rotina.outgoing.Outgoing.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets calls out only where the owner of the installation lets them. */
@Configuration(proxyBeanMethods = false)
class ReachConfiguration {

    @Bean
    Outgoing outgoing(OwnNetwork network) {
        return new Outgoing(Names.SYSTEM, network::ranges, Limits.USUAL);
    }

    @Bean
    Smtp smtp() {
        return new Smtp(null);
    }
}
