package app.rotina.sample;

import app.rotina.sample.Draws.Stream;
import app.rotina.sample.Incident.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes {@code conversations.csv}: the chats that led to orders and all the others. */
final class ChatFile implements AutoCloseable {
    private static final double CONVERSION = .22;
    private static final double AFTER_SALES = .28;
    private static final double FROM_VISIT = .30;
    private static final double KNOWN_CUSTOMER = .40;
    private static final double UNANSWERED = .025;
    private static final double UNANSWERED_WHEN_LATE = .30;
    private static final int OPENS = 8;
    private static final int CLOSES = 21;
    private static final Weighted<Word> APPS =
            Weighted.of(
                    List.of(Word.of("whatsapp"), Word.of("instagram"), Word.of("site chat")),
                    app -> app.toString().equals("whatsapp") ? .82 : .09);
    private static final Weighted<Word> QUESTIONS = topics("Tamanho Estoque Prazo Frete Promoção");
    private static final Weighted<Word> CARES = topics("Entrega Troca Devolução Pagamento");

    private static final Weighted<Integer> HOURS =
            Weighted.of(IntStream.range(0, 24).boxed().toList(), hour -> Season.HOURS[hour]);

    private final LocalTimes times;
    private final Demand demand;
    private final Incidents incidents;
    private final Ledger truth;
    private final Rows rows;
    private final Set<Long> askers = new HashSet<>();
    private long number;

    /** A conversation before it is answered; a negative customer is one the shop does not know. */
    private record Chat(
            long startedAt,
            long customer,
            Agent agent,
            boolean preSale,
            @Nullable DayId order,
            long orderedAt) {}

    ChatFile(Path folder, LocalTimes times, Demand demand, Incidents incidents, Ledger truth) {
        this.times = times;
        this.demand = demand;
        this.incidents = incidents;
        this.truth = truth;
        rows =
                new Rows(
                        folder.resolve("conversations.csv"),
                        times,
                        "conversation_id,started_at,first_response_at,customer_id,agent,"
                                + "channel,pre_sale,from_visit,topic,order_id");
    }

    void begin() {
        askers.clear();
        number = 0;
    }

    /** The chat of an order, or of a customer who would have ordered. */
    void leadTo(@Nullable DayId id, Order drawn, ShopDay day, Draws draws) {
        Agent agent = drawn.origin().agent();
        if (agent == null) {
            return;
        }
        long started = drawn.placedAt() - draws.between(5, 90) * (long) Payment.MINUTE;
        long startedAt = Math.max(started, times.start(day.index()));
        write(new Chat(startedAt, drawn.customer(), agent, true, id, drawn.placedAt()), day, draws);
    }

    /** The day's chats without an order, and those about orders of before. */
    void others(ShopDay day, long seed) {
        Draws draws = Draws.of(seed, day.plan().date(), Stream.CHAT);
        double buying = day.plan().orders() * Order.Channel.CHAT.share;
        double asking = day.plan().visitStrength() * Order.Channel.CHAT.share / CONVERSION;
        for (int i = draws.poisson(Math.max(0, asking - buying)); i > 0; i--) {
            boolean known = draws.chance(KNOWN_CUSTOMER);
            long customer = known ? demand.returning(day, draws) : -1 - number;
            write(chat(day, customer, true, draws), day, draws);
        }
        for (int i = draws.poisson(asking * AFTER_SALES); i > 0; i--) {
            write(chat(day, demand.returning(day, draws), false, draws), day, draws);
        }
    }

    /** Counts the day: customers who asked before buying and were not counted as visits. */
    void finish(int day) {
        truth.add(Measure.CONVERSATIONS, day, askers.size());
    }

    private Chat chat(ShopDay day, long customer, boolean preSale, Draws draws) {
        int length = times.hours(day.index()) * Payment.HOUR;
        double hour = HOURS.at(draws.unit()) + draws.unit();
        long second = Math.min(length - 1, (long) (hour * Payment.HOUR));
        Agent agent = Agent.ALL.pick(draws);
        return new Chat(
                times.start(day.index()) + second, customer, agent, preSale, null, Order.NEVER);
    }

    private void write(Chat chat, ShopDay day, Draws draws) {
        boolean fromVisit = chat.preSale() && draws.chance(FROM_VISIT);
        if (chat.preSale() && !fromVisit) {
            askers.add(chat.customer());
            truth.add(Measure.CONVERSATION_ROWS, day.index(), 1);
        }
        rows.id(new DayId(day.index(), ++number))
                .instant(chat.startedAt())
                .instant(answeredAt(chat, day.index(), draws));
        writeCustomer(chat, day);
        rows.word(chat.agent().name())
                .word(APPS.pick(draws))
                .flag(chat.preSale())
                .flag(fromVisit)
                .word((chat.preSale() ? QUESTIONS : CARES).pick(draws));
        writeOrder(chat.order());
        rows.end();
    }

    private void writeCustomer(Chat chat, ShopDay day) {
        if (chat.customer() >= 0) {
            rows.numbered('C', chat.customer());
        } else {
            rows.numbered('W', day.index() * 10_000_000L - chat.customer());
        }
    }

    private void writeOrder(@Nullable DayId order) {
        if (order == null) {
            rows.none();
        } else {
            rows.id(order);
        }
    }

    private long answeredAt(Chat chat, int day, Draws draws) {
        boolean late = incidents.now(Kind.CHAT_ANSWERED_LATE, chat.startedAt()).isPresent();
        boolean unanswered = draws.chance(late ? UNANSWERED_WHEN_LATE : UNANSWERED);
        long wait =
                late
                        ? draws.between(80, 320) * (long) Payment.MINUTE
                        : (long) (chat.agent().minutes() * Payment.MINUTE * draws.factor(.7));
        long answeredAt = awake(chat.startedAt(), day) + wait;
        if (chat.order() != null) {
            return Math.min(answeredAt, chat.orderedAt() - 1);
        }
        return unanswered ? Order.NEVER : answeredAt;
    }

    /** Nobody answers at night. */
    private long awake(long second, int day) {
        long opens = times.start(day) + OPENS * (long) Payment.HOUR;
        long closes = times.start(day) + CLOSES * (long) Payment.HOUR;
        if (second >= closes) {
            return times.start(day + 1) + OPENS * (long) Payment.HOUR;
        }
        return Math.max(second, opens);
    }

    private static Weighted<Word> topics(String names) {
        List<Word> words = Arrays.stream(names.split(" ", -1)).map(Word::of).toList();
        return Weighted.of(words, word -> 1.0 / (1 + words.indexOf(word)));
    }

    @Override
    public void close() {
        rows.close();
    }
}
