package app.rotina.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina people}: who works in a store and as what. */
@Command(
        name = "people",
        subcommands = {
            PeopleCommand.Listing.class,
            PeopleCommand.Invite.class,
            PeopleCommand.Jobs.class,
            PeopleCommand.Dismiss.class,
            PeopleCommand.Password.class,
            PeopleCommand.Remove.class
        })
final class PeopleCommand {

    private static String path(String store) {
        return Client.path("/api/stores/{}/people", store);
    }

    private static List<String> ids(JsonNode jobs) {
        List<String> ids = new ArrayList<>();
        jobs.forEach(job -> ids.add(job.asString()));
        return ids;
    }

    private static String said(RotinaCommand root, List<String> jobs) {
        return jobs.stream()
                .map(job -> root.texts().say("checks.job." + job))
                .collect(Collectors.joining(", "));
    }

    /** Lists the people of a store, and the invitations that nobody has used yet. */
    @Command(name = "list")
    static final class Listing extends Errand.OfStore {
        Listing(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(client.get(path(store)), team -> table(team));
        }

        private String table(JsonNode team) {
            Table table = new Table(List.of(true));
            team.path("members")
                    .forEach(one ->
                            table.row(
                                    one.path("id").asString(),
                                    one.path("name").asString(),
                                    one.path("email").asString(),
                                    jobs(one)));
            team.path("invited")
                    .forEach(one ->
                            table.row(
                                    one.path("id").asString(),
                                    say("people.invited"),
                                    one.path("expiresAt").asString(),
                                    said(root, ids(one.path("jobs")))));
            return table.toString();
        }

        private String jobs(JsonNode one) {
            return one.path("jobs").isEmpty()
                    ? say("people.installation")
                    : said(root, ids(one.path("jobs")));
        }
    }

    /** Makes a link that invites somebody. */
    @Command(name = "invite")
    static final class Invite extends Errand.OfStore {
        @Option(names = "--job", required = true, split = ",", paramLabel = "JOB")
        private List<String> jobs = List.of();

        Invite(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(
                    client.post(path(store) + "/invitations", Map.of("jobs", jobs)),
                    made -> made.path("link").asString());
        }
    }

    /** Gives somebody other jobs. */
    @Command(name = "jobs")
    static final class Jobs extends Errand.OfStore {
        @Parameters(index = "1", paramLabel = "PERSON", descriptionKey = "rotina.people.PERSON")
        private long person;

        @Option(names = "--job", required = true, split = ",", paramLabel = "JOB")
        private List<String> jobs = List.of();

        Jobs(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(
                    client.put(path(store) + "/" + person + "/jobs", Map.of("jobs", jobs)),
                    now -> now.path("name").asString() + ": " + said(root, ids(now.path("jobs"))));
        }
    }

    /** Shuts the store to somebody. */
    @Command(name = "dismiss")
    static final class Dismiss extends Errand.OfStore {
        @Parameters(index = "1", paramLabel = "PERSON", descriptionKey = "rotina.people.PERSON")
        private long person;

        Dismiss(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(
                    client.delete(path(store) + "/" + person), gone -> say("people.dismissed"));
        }
    }

    /** Makes a link by which somebody who has forgotten their password chooses another. */
    @Command(name = "password")
    static final class Password extends Errand {
        @Parameters(paramLabel = "EMAIL", descriptionKey = "rotina.people.EMAIL")
        private String email = "";

        @Option(names = "--without-second-step")
        private boolean withoutSecondStep;

        Password(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(
                    client.post(
                            "/api/password-links",
                            Map.of("email", email, "withoutSecondStep", withoutSecondStep)),
                    made -> made.path("link").asString());
        }
    }

    /** Removes somebody's account for good. */
    @Command(name = "remove")
    static final class Remove extends Errand {
        @Parameters(paramLabel = "EMAIL", descriptionKey = "rotina.people.EMAIL")
        private String email = "";

        Remove(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(
                    client.post("/api/people/removals", Map.of("email", email)),
                    gone -> say("people.removed", email));
        }
    }
}
