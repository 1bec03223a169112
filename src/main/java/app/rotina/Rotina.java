package app.rotina;

import app.rotina.cli.CommandLineRun;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The product: its entry, and the application that its server runs. */
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = UserDetailsServiceAutoConfiguration.class)
public class Rotina {

    public static void main(String[] args) {
        System.exit(CommandLineRun.of(Rotina.class, args));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
