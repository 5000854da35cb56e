package io.github.tucai.campaign.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.Clause;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of events reach logs and messages of exceptions, so they show nothing that somebody wrote or that names an account. */
@Clause("N0.3")
class EventWordsTest {
    private static final String MARK = "机密";

    /** Said by the campaign, a profile, a catalogue or a machine, and by nobody about anybody. */
    private static final Set<String> PUBLIC = Set.of(
            "ConsentGiven.textVersion",
            "PhotoChecked.profile",
            "PhotoChecked.profileDigest",
            "Registered.region",
            "School.name",
            "Advice.en",
            "Advice.zhCn",
            "Finding.clause",
            "Finding.limit",
            "Finding.reason",
            "Finding.unit",
            "PaymentAccount.bank",
            "PaymentAccount.name",
            "Receipt.registryId");

    static Stream<Object> events() {
        return Stream.of(EventJsonTest.captureEvents(), EventJsonTest.schoolEvents(), EventJsonTest.cashbookEvents())
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("events")
    void noTextShowsWhatSomebodyWrote(Object event) {
        assertThat(marked(event).toString()).doesNotContain(MARK);
    }

    /** The search marks what it should. */
    @Test
    void wordsAreMarkedWhereverTheyLie() {
        List<String> marked = events().filter(event -> !marked(event).equals(event))
                .map(event -> event.getClass().getSimpleName())
                .toList();
        assertThat(marked)
                .contains(
                        "ViolationSuspected",
                        "Locked",
                        "ReviewDecided",
                        "Reset",
                        "SecondLookOrdered",
                        "SecondLookDecided",
                        "Unlocked",
                        "ErratumRaised",
                        "ErratumResolved",
                        "DeliveryRefused",
                        "ArrangementGranted",
                        "PhotoSeen",
                        "OfficerNamed",
                        "TransferRefunded",
                        "MoneyReturned");
    }

    /** The same with a mark in every text that may hold it. */
    private static Object marked(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(EventWordsTest::marked);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(EventWordsTest::marked).toList();
        }
        return value instanceof Record record ? markedRecord(record) : value;
    }

    private static Object markedRecord(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            values.add(get(record, component));
        }
        Record now = record;
        for (int i = 0; i < components.length; i++) {
            String name = record.getClass().getSimpleName() + "." + components[i].getName();
            Object before = values.get(i);
            values.set(i, before instanceof String text ? (PUBLIC.contains(name) ? text : MARK + text) : mark(before));
            Optional<Record> made = make(record.getClass(), values);
            if (made.isPresent()) {
                now = made.get();
            } else {
                // A form of its own, such as a number's, takes no such text.
                values.set(i, before);
            }
        }
        return now;
    }

    private static Object mark(Object before) {
        return before instanceof Optional<?> o && o.isPresent() && o.get() instanceof String text
                ? Optional.of(MARK + text)
                : marked(before);
    }

    private static Object get(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Record> make(Class<? extends Record> type, List<Object> values) {
        try {
            Constructor<? extends Record> all = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            return Optional.of(all.newInstance(values.toArray()));
        } catch (InvocationTargetException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
