package app.rotina.sources.grammar;

/** Seconds, milliseconds or microseconds since 1970 in UTC. */
record EpochFormat(String id, long perSecond) implements DateFormat {

    static EpochFormat named(String name) {
        return switch (name) {
            case "epoch_ms" -> new EpochFormat(name, 1_000);
            case "epoch_us" -> new EpochFormat(name, 1_000_000);
            default -> new EpochFormat(name, 1);
        };
    }

    @Override
    public boolean read(String text, Moment into) {
        if (!text.matches("-?\\d{1,17}")) {
            return false;
        }
        long value = Long.parseLong(text);
        long second = Math.floorDiv(value, perSecond);
        into.setInstant(
                second, (int) (Math.floorMod(value, perSecond) * (1_000_000_000 / perSecond)));
        return true;
    }
}
