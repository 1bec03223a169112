package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One run of the command line, from its arguments to its exit code. */
public final class CommandLineRun {
    static final int USAGE = Problem.Category.USER.exitCode();
    private static final int INTERNAL = Problem.Category.INTERNAL.exitCode();

    private CommandLineRun() {}

    /**
     * Runs and returns the exit code: 0 done, 2 user error, 3 some rows quarantined, 4 source
     * failed, 5 internal.
     */
    public static int of(Class<?> application, String... args) {
        return of(new Terminal(System.out, System.err, Terminal.watched()), application, args);
    }

    static int of(Terminal terminal, Class<?> application, String... args) {
        Locale language = Languages.wished(args);
        RotinaCommand root = new RotinaCommand(application, terminal, language);
        CommandLine line = new CommandLine(root, new Commands(root));
        line.setResourceBundle(Languages.help(language));
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler(
                (e, wrong) -> explainUsage(e, terminal, Texts.of(language)));
        line.setExecutionExceptionHandler((e, failed, parsed) -> explain(e, root));
        return line.execute(args);
    }

    private static int explainUsage(ParameterException e, Terminal terminal, Texts texts) {
        terminal.tell(sentence(e, texts));
        terminal.tell(
                texts.say("cli.see_help", e.getCommandLine().getCommandSpec().qualifiedName()));
        return USAGE;
    }

    private static String sentence(ParameterException e, Texts texts) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return texts.say("cli.unknown_argument", String.join(" ", unmatched.getUnmatched()));
        }
        if (e instanceof MissingParameterException missing) {
            return texts.say("cli.missing_argument", labels(missing.getMissing()));
        }
        if (e.getArgSpec() != null && e.getValue() != null) {
            return texts.say("cli.bad_value", label(e.getArgSpec()), e.getValue());
        }
        return String.valueOf(e.getMessage());
    }

    private static String labels(List<ArgSpec> missing) {
        return String.join(" ", missing.stream().map(CommandLineRun::label).toList());
    }

    private static String label(ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option
                ? option.longestName()
                : argument.paramLabel();
    }

    private static int explain(Exception e, RotinaCommand root) {
        if (e instanceof Refusal refusal) {
            root.terminal().tell(String.valueOf(refusal.getMessage()));
            return left(refusal.exitCode(), CrashLog.in(root.folder()), root);
        }
        RotinaException known =
                e instanceof RotinaException one
                        ? one
                        : new RotinaException(Problem.INTERNAL, e, String.valueOf(e));
        root.terminal().tell(known.in(root.texts()));
        if (root.trace()) {
            e.printStackTrace(root.terminal().err());
        }
        int exit = known.problem().category().exitCode();
        CrashLog log = CrashLog.in(root.folder());
        if (exit == INTERNAL) {
            log.add(Clock.systemUTC().instant(), e);
        }
        return left(exit, log, root);
    }

    /** Nobody can mend what is wrong inside from one sentence: says where there is more. */
    private static int left(int exit, CrashLog log, RotinaCommand root) {
        if (exit == INTERNAL && log.exists()) {
            root.terminal().tell(root.texts().say("cli.see_log", log.file().toString()));
        }
        return exit;
    }
}
