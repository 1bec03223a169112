package app.rotina.cli;

import app.rotina.api.Server;
import app.rotina.api.ServerAddress;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.JsonNode;

/** The command {@code rotina} with the options that every subcommand takes too. */
@Command(
        name = "rotina",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StoreCommand.class,
            InspectCommand.class,
            ProfileCommand.class,
            ImportCommand.class,
            SourcesCommand.class,
            SourceCommand.class,
            SyncCommand.class,
            QuarantineCommand.class,
            EntryCommand.class,
            HeroCommand.class,
            GoalCommand.class,
            SheetCommand.class,
            CloseCommand.class,
            WhyCommand.class,
            ProjectCommand.class,
            ReportCommand.class,
            ReviewCommand.class,
            DigestCommand.class,
            MeetingCommand.class,
            BulletinCommand.class,
            TeamCommand.class,
            TrialCommand.class,
            ActionCommand.class,
            EffectCommand.class,
            CheckCommand.class,
            AnswerCommand.class,
            PacksCommand.class,
            ArrangeCommand.class,
            MuteCommand.class,
            TasksCommand.class,
            TaskCommand.class,
            PeopleCommand.class,
            TokenCommand.class,
            AuditCommand.class,
            QueryCommand.class,
            RowsCommand.class,
            RebuildCommand.class,
            ForgetCommand.class,
            SampleCommand.class,
            ServeCommand.class,
            DemoCommand.class
        })
final class RotinaCommand {
    static final String DATA_VARIABLE = "ROTINA_DATA";

    private final Class<?> application;
    private final Terminal terminal;
    private final Locale language;

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private @Nullable Path data;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    private boolean json;

    @Option(names = "--trace", scope = ScopeType.INHERIT)
    private boolean trace;

    @Option(names = "--lang", paramLabel = "LANG", scope = ScopeType.INHERIT)
    private @Nullable String lang;

    RotinaCommand(Class<?> application, Terminal terminal, Locale language) {
        this.application = application;
        this.terminal = terminal;
        this.language = language;
    }

    Terminal terminal() {
        return terminal;
    }

    boolean json() {
        return json;
    }

    /** True where a person wants to see where in the program it failed. */
    boolean trace() {
        return trace;
    }

    Texts texts() {
        return Texts.of(language);
    }

    /** The language somebody asked for; empty: nobody did. */
    Optional<String> asked() {
        return Optional.ofNullable(lang).map(any -> language.toLanguageTag());
    }

    /** The language figures are written in: the one asked for, else the store's. */
    Locale localeOf(String storeLocale) {
        return lang == null ? Locale.forLanguageTag(storeLocale) : language;
    }

    DataFolder folder() {
        return folder("rotina-data");
    }

    DataFolder folder(String otherwise) {
        if (data != null) {
            return new DataFolder(data);
        }
        String variable = System.getenv(DATA_VARIABLE);
        return new DataFolder(
                Path.of(variable == null || variable.isBlank() ? otherwise : variable));
    }

    /** Prints a result: as the server gave it for a program, or as a person reads it. */
    void answer(JsonNode result, Supplier<String> text) {
        terminal.print(json ? result.toString() : text.get());
    }

    Server start(DataFolder folder, Server.Place place) {
        return Server.start(application, folder, place);
    }

    /** A line to the server of the data folder; to one of this process where none is running. */
    Client connect() {
        DataFolder folder = folder();
        Optional<Client> running =
                ServerAddress.in(folder)
                        .map(address -> new Client(address, null, language))
                        .filter(Client::answers);
        return running.orElseGet(() -> ownServer(folder));
    }

    /** A line to a server of this process that stays when the line is closed. */
    Client client(Server server) {
        return new Client(server.address(), null, language);
    }

    private Client ownServer(DataFolder folder) {
        Server server = start(folder, Server.Place.ANYWHERE_LOCAL);
        return new Client(server.address(), server, language);
    }
}
