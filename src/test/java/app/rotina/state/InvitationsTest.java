package app.rotina.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.People.Newcomer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class InvitationsTest {
    private JdbcClient jdbc;
    private People people;
    private Invitations invitations;

    @BeforeEach
    void open() {
        jdbc =
                StateForTests.client(
                        StateDatabase.open(
                                new DataFolder(Path.of("unused")), StateForTests.newDatabase()));
        StateForTests.add(jdbc, StateForTests.store("first"));
        StateForTests.add(jdbc, StateForTests.store("second"));
        people = new People(jdbc);
        invitations = new Invitations(jdbc, people, Clock.systemUTC());
    }

    @Test
    void letsAColleagueIntoTheStoresItNames() {
        String token =
                invitations.invite(
                        List.of(Job.MANAGER, Job.DESIGN), List.of("first", "second"), "Ana");

        Person person = invitations.accept(token, colleague("bo@example.org"));

        assertThat(people.roles(person))
                .containsEntry("first", Role.MANAGER)
                .containsEntry("second", Role.MANAGER);
        assertThat(person.owner()).isFalse();
    }

    @Test
    void servesOnce() {
        String token = invitations.invite(List.of(Job.ADVISER), List.of("first"), "Ana");
        invitations.accept(token, colleague("bo@example.org"));

        assertRefused(token);
        assertThat(invitations.open("first")).isEmpty();
    }

    @Test
    void servesNoLongerThanSevenDays() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(7).plusMinutes(1));
        String token = invitations.invite(List.of(Job.ADVISER), List.of("first"), "Ana");
        invitations = new Invitations(jdbc, people, later);

        assertRefused(token);
        assertThat(invitations.of(token)).isEmpty();
    }

    @Test
    void keepsNoToken() {
        String token = invitations.invite(List.of(Job.ADVISER), List.of("first"), "Ana");

        assertThat(
                        jdbc.sql("select encode(hash, 'escape') from invitation")
                                .query(String.class)
                                .list())
                .noneMatch(kept -> kept.contains(token));
        assertThat(invitations.of(token + "x")).isEmpty();
    }

    @Test
    void neverTakesAwayWhatSomebodyMayDoAlready() {
        Person owner = people.add(colleague("cy@example.org"));
        people.admit(owner.id(), "first", List.of(Job.OWNER));
        String token = invitations.invite(List.of(Job.ADVISER), List.of("first", "second"), "Ana");

        invitations.accept(token, owner);

        assertThat(people.roles(owner))
                .containsEntry("first", Role.OWNER)
                .containsEntry("second", Role.VIEWER);
    }

    @Test
    void canBeWithdrawnByItsStoreAlone() {
        String token = invitations.invite(List.of(Job.ADVISER), List.of("first"), "Ana");
        long id = invitations.open("first").getFirst().id();

        invitations.withdraw("second", id);
        assertThat(invitations.of(token)).isPresent();

        invitations.withdraw("first", id);
        assertThat(invitations.of(token)).isEmpty();
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> invitations.accept(token, colleague("late@example.org")))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.BAD_INVITATION));
    }

    private static Newcomer colleague(String email) {
        return new Newcomer(email, "Bo Exemplo", "a long enough one", Locale.ENGLISH, false);
    }
}
