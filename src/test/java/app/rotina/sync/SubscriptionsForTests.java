package app.rotina.sync;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a shop of tests was told to tell, and where; it takes the same only once. */
final class SubscriptionsForTests {
    final Map<Long, One> all = new TreeMap<>();

    /** True where it takes nothing back. */
    boolean stuck;

    /** What is told, and where. */
    record One(String topic, String address) {}

    /** Whether it does. */
    boolean add(long id, String topic, String address) {
        One one = new One(topic, address);
        return !all.containsValue(one) && all.put(id, one) == null;
    }

    /** Whether there was any. */
    boolean remove(long id) {
        return all.remove(id) != null;
    }

    /** The addresses by topic. */
    Map<String, List<String>> byTopic() {
        return all.values().stream()
                .collect(groupingBy(One::topic, mapping(One::address, toList())));
    }
}
