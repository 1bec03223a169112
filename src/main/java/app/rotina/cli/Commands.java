package app.rotina.cli;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes subcommands and hands them the root command, so that they can reach the server. */
final class Commands implements IFactory {
    private final RotinaCommand root;

    Commands(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (Arrays.equals(
                    constructor.getParameterTypes(), new Class<?>[] {RotinaCommand.class})) {
                return type.cast(constructor.newInstance(root));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
