package app.rotina.sample;

import app.rotina.sample.Order.Channel;

/**
 * How an order is paid.
 *
 * @param approvedAt when the money is sure; {@link Order#NEVER}: it does not come
 * @param end what stops the order, paid or not
 * @param endsAt when it stops
 */
record Payment(Method method, long approvedAt, End end, long endsAt) {
    /** The ways to pay and the part of those who choose them that pays in the end. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to them
    enum Method {
        PIX("pix", .92),
        BOLETO("boleto", .75),
        CARD("credit_card", .88);

        final Word word;
        final double approval;

        Method(String word, double approval) {
            this.word = Word.of(word);
            this.approval = approval;
        }
    }

    /** Where an order stands; {@code source} is the shop's own word. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to them
    enum End {
        OPEN("open", "aguardando pagamento"),
        APPROVED("approved", "pago"),
        REFUSED("refused", "recusado"),
        EXPIRED("expired", "expirado"),
        CANCELLED("cancelled", "cancelado");

        final Word status;
        final Word source;

        End(String status, String source) {
            this.status = Word.of(status);
            this.source = Word.of(source);
        }
    }

    static final int MINUTE = 60;
    static final int HOUR = 3600;
    static final int DAY = 86_400;

    private static final double CANCELLED_UNPAID = .10;
    private static final double CANCELLED_PAID = .013;

    static Method method(Channel channel, Draws draws) {
        double u = draws.unit();
        return switch (channel) {
            case MARKETPLACE -> u < .35 ? Method.PIX : u < .40 ? Method.BOLETO : Method.CARD;
            case SITE, CHAT, SOCIAL -> u < .44 ? Method.PIX : u < .54 ? Method.BOLETO : Method.CARD;
        };
    }

    static Payment draw(Method method, long placedAt, LocalTimes times, Draws draws) {
        if (draws.chance(method.approval)) {
            return paid(method, placedAt, times, draws);
        }
        if (method == Method.CARD) {
            return refused(placedAt + draws.between(4, 30));
        }
        if (draws.chance(CANCELLED_UNPAID)) {
            long at = placedAt + draws.between(10 * MINUTE, 20 * HOUR);
            return new Payment(method, Order.NEVER, End.CANCELLED, at);
        }
        long patience = method == Method.PIX ? DAY : 5L * DAY;
        return new Payment(method, Order.NEVER, End.EXPIRED, placedAt + patience);
    }

    static Payment refused(long at) {
        return new Payment(Method.CARD, Order.NEVER, End.REFUSED, at);
    }

    /** Where the order stands when the files are written. */
    End at(long cutoff) {
        if (endsAt < cutoff) {
            return end;
        }
        return approvedAt < cutoff ? End.APPROVED : End.OPEN;
    }

    /** When it was called off or ran out; a refused card was neither. */
    long calledOffAt() {
        return end == End.REFUSED ? Order.NEVER : endsAt;
    }

    private static Payment paid(Method method, long placedAt, LocalTimes times, Draws draws) {
        long approvedAt = approvedAt(method, placedAt, times, draws);
        if (draws.chance(CANCELLED_PAID)) {
            long at = approvedAt + draws.between(HOUR, 12 * HOUR);
            return new Payment(method, approvedAt, End.CANCELLED, at);
        }
        return new Payment(method, approvedAt, End.APPROVED, Order.NEVER);
    }

    private static long approvedAt(Method method, long placedAt, LocalTimes times, Draws draws) {
        return switch (method) {
            case PIX ->
                    placedAt + (draws.chance(.88) ? soon(draws) : draws.between(HOUR, 10 * HOUR));
            case CARD -> placedAt + (draws.chance(.95) ? 4 + draws.between(0, 90) : review(draws));
            case BOLETO -> cleared(placedAt, times, draws);
        };
    }

    private static long soon(Draws draws) {
        return 20 + (long) Math.min(draws.exponential(5 * MINUTE), HOUR);
    }

    /** A fraud check by hand. */
    private static long review(Draws draws) {
        return draws.between(HOUR, 8 * HOUR);
    }

    /** Banks tell of a paid boleto in the morning of a working day. */
    private static long cleared(long placedAt, LocalTimes times, Draws draws) {
        double u = draws.unit();
        int day = times.dayOf(placedAt) + (u < .45 ? 1 : u < .80 ? 2 : 3);
        int working = times.workingDayFrom(day);
        return times.start(working) + draws.between(6 * HOUR, 10 * HOUR);
    }
}
