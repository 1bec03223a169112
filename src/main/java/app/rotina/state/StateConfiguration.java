package app.rotina.state;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The state's database as a bean; it may still be starting while the rest is put together. */
@Configuration(proxyBeanMethods = false)
class StateConfiguration {

    @Bean(destroyMethod = "") // whoever opened the database closes it
    DataSource stateSource(CompletableFuture<StateDatabase> starting) {
        try {
            return starting.join().source();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
