package app.rotina.api;

import app.rotina.access.Anyone;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that the server answers. */
@RestController
class HealthApi {

    record Health(String status) {}

    @GetMapping("/api/health")
    @Anyone
    Health health() {
        return new Health("up");
    }
}
