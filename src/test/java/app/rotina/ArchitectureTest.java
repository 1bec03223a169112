package app.rotina;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {
    /** The one way data flows: a package may know itself and those before it. */
    private static final List<String> FLOW =
            List.of(
                    "kernel",
                    "outgoing",
                    "sources",
                    "warehouse",
                    "metrics",
                    "goals",
                    "state",
                    "insight",
                    "routine",
                    "report",
                    "review",
                    "meeting",
                    "team",
                    "reach",
                    "sync",
                    "sample",
                    "access",
                    "api",
                    "mcp",
                    "web",
                    "cli");

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("app.rotina");

    @Test
    void hidesSubPackagesAndHasNoCycles() {
        ApplicationModules.of(Rotina.class).verify();
    }

    @Test
    void flowsOneWay() {
        for (int i = 0; i < FLOW.size(); i++) {
            String[] later =
                    FLOW.subList(i + 1, FLOW.size()).stream()
                            .map(name -> "app.rotina." + name + "..")
                            .toArray(String[]::new);
            if (later.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("app.rotina." + FLOW.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later)
                        .allowEmptyShould(true)
                        .check(MAIN);
            }
        }
    }

    @Test
    void hasAPlaceInTheFlowForEveryPackage() {
        String[] known =
                FLOW.stream().map(name -> "app.rotina." + name + "..").toArray(String[]::new);
        classes()
                .that()
                .resideOutsideOfPackage("app.rotina")
                .should()
                .resideInAnyPackage(known)
                .check(MAIN);
    }

    @Test
    void keepsSqlInWarehouseAndState() {
        noClasses()
                .that(resideOutsideOfPackages("app.rotina.warehouse..", "app.rotina.state.."))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("java.sql..")
                                .or(resideInAPackage("javax.sql.."))
                                .or(resideInAPackage("org.jooq.."))
                                .or(resideInAPackage("org.duckdb.."))
                                .or(resideInAPackage("org.springframework.jdbc..")))
                .check(MAIN);
    }

    @Test
    void asksAClockForTheTime() {
        for (Class<?> type :
                List.of(LocalDate.class, LocalDateTime.class, Instant.class, ZonedDateTime.class)) {
            noClasses().should().callMethod(type, "now").check(MAIN);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(MAIN);
    }

    @Test
    void countsMoneyInNoFloatingPoint() {
        noClasses()
                .that(resideOutsideOfPackages("app.rotina.insight..", "app.rotina.sample.."))
                .should()
                .callConstructor(BigDecimal.class, double.class)
                .orShould()
                .callMethod(BigDecimal.class, "doubleValue")
                .check(MAIN);
    }

    @Test
    void namesClassesByWhatTheyMean() {
        noClasses()
                .should(
                        be(
                                DescribedPredicate.<JavaClass>describe(
                                        "named Utils, Helper, Manager, Impl, Processor, Data, Info",
                                        type ->
                                                type.getSimpleName()
                                                        .matches(
                                                                ".*(Utils?|Helper|Manager|Impl|Processor|Data|Info)"))))
                .check(MAIN);
    }

    @Test
    void printsOnlyOnTheTerminal() {
        noClasses()
                .that(resideOutsideOfPackages("app.rotina.cli.."))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(MAIN);
    }
}
