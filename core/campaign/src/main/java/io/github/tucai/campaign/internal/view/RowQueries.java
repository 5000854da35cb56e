package io.github.tucai.campaign.internal.view;

import io.github.tucai.capture.CaptureState;
import io.github.tucai.capture.RecordList;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.school.SchoolCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What the rows of one campaign say. Every method works in the caller's transaction. */
public final class RowQueries {
    private final String campaign;

    /** Over one campaign. */
    public RowQueries(String campaign) {
        this.campaign = campaign;
    }

    /**
     * A stream on a list.
     *
     * @param key where the list goes on after it
     */
    public record Entry(String stream, String key, boolean isDamaged) {}

    /** Streams of records, in the order of their ids. */
    public List<Entry> records(Handle handle, Optional<SchoolCode> school, String after, int most) {
        return ofSchool(
                        handle.createQuery("select stream, damaged from tucai_record where campaign = :c"
                                + (school.isPresent() ? " and school = :h" : "") + " and stream > :a order by stream"
                                + " fetch first " + most + " rows only"),
                        school)
                .bind("a", after)
                .map((row, context) -> new Entry(row.getString(1), row.getString(1), row.getBoolean(2)))
                .list();
    }

    private Query ofSchool(Query query, Optional<SchoolCode> school) {
        school.ifPresent(code -> query.bind("h", code.value()));
        return query.bind("c", campaign);
    }

    /**
     * Streams on a list, who entered it first first.
     *
     * @param after a key of an entry; empty for the beginning
     * @throws IllegalArgumentException if it is none
     */
    public List<Entry> records(Handle handle, Optional<SchoolCode> school, RecordList list, String after, int most) {
        int colon = after.indexOf(':');
        if (colon < 0 && !after.isEmpty()) {
            throw new IllegalArgumentException("this is no key of a page of the list " + list);
        }
        return ofSchool(
                        handle.createQuery("select l.stream, l.since_millis, r.damaged from tucai_record_list l"
                                + " join tucai_record r on r.stream = l.stream where l.campaign = :c"
                                + (school.isPresent() ? " and l.school = :h" : "")
                                + " and l.list = :l and l.since_millis >= :m and (l.since_millis > :m or l.stream > :a)"
                                + " order by l.since_millis, l.stream fetch first " + most + " rows only"),
                        school)
                .bind("l", list.name())
                .bind("m", after.isEmpty() ? Long.MIN_VALUE : Long.parseLong(after.substring(0, colon)))
                .bind("a", after.substring(colon + 1))
                .map((row, context) ->
                        new Entry(row.getString(1), row.getLong(2) + ":" + row.getString(1), row.getBoolean(3)))
                .list();
    }

    /** Streams of schools, in the order of their codes. */
    public List<Entry> schools(Handle handle, String after, int most) {
        return handle.createQuery("select stream, school, damaged from tucai_school where campaign = :c and school > :a"
                        + " order by school fetch first " + most + " rows only")
                .bind("c", campaign)
                .bind("a", after)
                .map((row, context) -> new Entry(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    /** How far students of a school are; those whose records cannot be read count as presented and nowhere else. */
    public record Counts(
            int presented,
            int accepted,
            int retake,
            int inReview,
            int locked,
            int delivered,
            int refused,
            int unreadable) {
        /** Of nobody. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    presented + other.presented,
                    accepted + other.accepted,
                    retake + other.retake,
                    inReview + other.inReview,
                    locked + other.locked,
                    delivered + other.delivered,
                    refused + other.refused,
                    unreadable + other.unreadable);
        }
    }

    /** By the codes of schools, as rows have them. */
    public Map<String, Counts> counts(Handle handle, Optional<SchoolCode> school) {
        String columns = "school, state, presented, accepted, delivered, refused, damaged";
        Map<String, Counts> counts = new HashMap<>();
        ofSchool(
                        handle.createQuery("select " + columns + ", count(*) from tucai_record where campaign = :c"
                                + (school.isPresent() ? " and school = :h" : "") + " group by " + columns),
                        school)
                .map((row, context) -> Map.entry(
                        row.getString(1),
                        row.getBoolean(7)
                                ? new Counts(row.getInt(8), 0, 0, 0, 0, 0, 0, row.getInt(8))
                                : counted(
                                        row.getString(2),
                                        row.getBoolean(3),
                                        row.getBoolean(4),
                                        row.getBoolean(5),
                                        row.getBoolean(6),
                                        row.getInt(8))))
                .forEach(one -> counts.merge(one.getKey(), one.getValue(), Counts::plus));
        return counts;
    }

    private static Counts counted(
            String state, boolean presented, boolean accepted, boolean delivered, boolean refused, int count) {
        return new Counts(
                presented ? count : 0,
                accepted ? count : 0,
                state.equals(CaptureState.RETAKE.name()) ? count : 0,
                state.equals(CaptureState.IN_REVIEW.name()) ? count : 0,
                state.equals(CaptureState.LOCKED.name()) ? count : 0,
                delivered ? count : 0,
                refused ? count : 0,
                0);
    }

    /**
     * What a row says of a registered school.
     *
     * @param due the last day for feedback that did not come; empty where none is waited for
     */
    public record SchoolLine(SchoolCode code, Optional<Integer> expected, Optional<LocalDate> due) {}

    /** The registered schools, or this one if it is, in the order of their codes. */
    public List<SchoolLine> registered(Handle handle, Optional<SchoolCode> school) {
        return ofSchool(
                        handle.createQuery(
                                "select school, expected, due, answered from tucai_school where campaign = :c"
                                        + (school.isPresent() ? " and school = :h" : "")
                                        + " and registered = true order by school"),
                        school)
                .map((row, context) -> line(
                        row.getString(1),
                        Optional.ofNullable(row.getObject(2, Integer.class)),
                        row.getBoolean(4) ? Optional.empty() : Optional.ofNullable(row.getObject(3, LocalDate.class))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty where somebody spoilt the code: that row stops no other. */
    private static Optional<SchoolLine> line(String code, Optional<Integer> expected, Optional<LocalDate> due) {
        try {
            return Optional.of(new SchoolLine(new SchoolCode(code), expected, due));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The schools whose students pay themselves. */
    public List<String> payingSchools(Handle handle) {
        return handle.createQuery("select school from tucai_school where campaign = :c and mode = :m")
                .bind("c", campaign)
                .bind("m", PaymentMode.STUDENT_ONLINE.name())
                .mapTo(String.class)
                .list();
    }

    /** Streams of a school that can be published and are not in this round, in the order of their ids. */
    public List<String> toPublish(Handle handle, SchoolCode school, int round, String after, int most) {
        return handle.createQuery("select stream from tucai_record where campaign = :c and school = :h and stream > :a"
                        + " and publishable = true and damaged = false and (round is null or round <> :r)"
                        + " order by stream fetch first " + most + " rows only")
                .bind("c", campaign)
                .bind("h", school.value())
                .bind("a", after)
                .bind("r", round)
                .mapTo(String.class)
                .list();
    }

    /** How many photos of a school are published in this round. */
    public int published(Handle handle, SchoolCode school, int round) {
        return handle.createQuery("select count(*) from tucai_record where campaign = :c and school = :h and round = :r"
                        + " and damaged = false")
                .bind("c", campaign)
                .bind("h", school.value())
                .bind("r", round)
                .mapTo(Integer.class)
                .one();
    }

    /** How many errata the feedback of a school waits for. */
    public long openErrata(Handle handle, SchoolCode school) {
        return handle.createQuery("select coalesce(sum(r.errata), 0) from tucai_record_list l"
                        + " join tucai_record r on r.stream = l.stream where l.campaign = :c and l.school = :h"
                        + " and l.list = :l and r.damaged = false")
                .bind("c", campaign)
                .bind("h", school.value())
                .bind("l", RecordList.ERRATA.name())
                .mapTo(Long.class)
                .one();
    }

    /** When the oldest open erratum was raised that the feedback of each school waits for. */
    public Map<String, Instant> errataSince(Handle handle, Optional<SchoolCode> school) {
        Map<String, Instant> since = new HashMap<>();
        ofSchool(
                        handle.createQuery("select l.school, min(r.errata_millis) from tucai_record_list l"
                                + " join tucai_record r on r.stream = l.stream where l.campaign = :c"
                                + (school.isPresent() ? " and l.school = :h" : "")
                                + " and l.list = :l and r.damaged = false and r.errata > 0 group by l.school"),
                        school)
                .bind("l", RecordList.ERRATA.name())
                .map((row, context) -> Map.entry(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                .forEach(one -> since.put(one.getKey(), one.getValue()));
        return since;
    }

    /** Streams of a school that its statement may count, that somebody has to decide on, or that could not be read. */
    public List<String> toBill(Handle handle, SchoolCode school) {
        return handle.createQuery("select stream from tucai_record where campaign = :c and school = :h"
                        + " and (billable = true or undecided = true or damaged = true) order by stream")
                .bind("c", campaign)
                .bind("h", school.value())
                .mapTo(String.class)
                .list();
    }

    /** The last moment of the days that were granted to single students of a school. */
    public Optional<Instant> arrangedUntil(Handle handle, SchoolCode school) {
        return handle.createQuery("select max(arranged_millis) from tucai_record where campaign = :c and school = :h")
                .bind("c", campaign)
                .bind("h", school.value())
                .map((row, context) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .one()
                .map(Instant::ofEpochMilli);
    }
}
