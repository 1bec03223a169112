package app.rotina.api;

import app.rotina.state.Meeting;
import app.rotina.state.Meeting.Topic;
import app.rotina.state.Meeting.Who;
import app.rotina.state.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with its minutes.
 *
 * @param closedBy absence: its minutes are still being written
 */
record MeetingCard(
        long id,
        String cadence,
        LocalDate day,
        List<String> present,
        String openedBy,
        Instant openedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        List<ItemCard> items) {

    /** What there is to speak about. */
    record TopicCard(String kind, String title, String detail, String address) {
        static TopicCard of(Topic topic) {
            return new TopicCard(
                    topic.kind().name().toLowerCase(Locale.ROOT),
                    topic.title(),
                    topic.detail(),
                    topic.address());
        }
    }

    /** An item of the agenda; {@code task} is null where nobody made it one. */
    record ItemCard(
            long id,
            TopicCard topic,
            String minutes,
            @Nullable String writtenBy,
            @Nullable Long task) {}

    static MeetingCard of(Meeting meeting, Map<Long, Task> tasks) {
        @Nullable Who closed = meeting.closed();
        return new MeetingCard(
                meeting.id(),
                meeting.cadence().name().toLowerCase(Locale.ROOT),
                meeting.day(),
                meeting.present(),
                meeting.opened().name(),
                meeting.opened().at(),
                closed == null ? null : closed.name(),
                closed == null ? null : closed.at(),
                meeting.items().stream().map(item -> item(item, tasks.get(item.id()))).toList());
    }

    private static ItemCard item(Meeting.Item item, @Nullable Task task) {
        @Nullable Who written = item.written();
        return new ItemCard(
                item.id(),
                TopicCard.of(item.topic()),
                item.minutes(),
                written == null ? null : written.name(),
                task == null ? null : task.id());
    }
}
