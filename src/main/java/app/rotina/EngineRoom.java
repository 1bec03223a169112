package app.rotina;

import app.rotina.kernel.DataFolder;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Drill;
import app.rotina.metrics.Metrics;
import app.rotina.state.StoreProfiles;
import app.rotina.warehouse.Uploads;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the stages together that know nothing of each other's readers. */
@Configuration(proxyBeanMethods = false)
class EngineRoom {

    @Bean
    Catalog catalog() {
        return new Catalog();
    }

    @Bean
    Warehouse warehouse(
            DataFolder folder,
            Catalog catalog,
            Clock clock,
            @Value("${rotina.engine-memory:4GB}") String memory) {
        return new Warehouse(folder.root(), memory, catalog.measures(), clock);
    }

    @Bean
    Uploads uploads(Warehouse warehouse, DataFolder folder, StoreProfiles profiles, Clock clock) {
        return new Uploads(warehouse, folder.spool(), profiles::taught, clock);
    }

    @Bean
    Metrics metrics(Catalog catalog, Warehouse warehouse) {
        return new Metrics(catalog, warehouse.aggregates().remembering(), warehouse.coverages());
    }

    @Bean
    Drill drill(Catalog catalog, Metrics metrics, Warehouse warehouse) {
        return new Drill(catalog, metrics, warehouse.rows());
    }
}
