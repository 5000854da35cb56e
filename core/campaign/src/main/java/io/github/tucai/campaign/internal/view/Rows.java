package io.github.tucai.campaign.internal.view;

import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.school.SchoolCode;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/**
 * The rows of one campaign's records and schools, as they are written. Every method works in the caller's transaction, which
 * holds the stream.
 */
public final class Rows {
    private static final List<String> RECORD = List.of(
            "school",
            "events",
            "state",
            "presented",
            "accepted",
            "accepted_day",
            "delivered",
            "refused",
            "undecided",
            "publishable",
            "billable",
            "attempts",
            "faults",
            "delivery",
            "errata",
            "errata_millis",
            "round",
            "paid_fen",
            "unmatched_fen",
            "billed",
            "arranged_millis",
            "damaged");
    private static final List<String> SCHOOL = List.of(
            "school",
            "events",
            "registered",
            "region",
            "mode",
            "expected",
            "round",
            "due",
            "answered",
            "open_fen",
            "unmatched_fen",
            "damaged");
    private static final String UPDATE_RECORD = update("tucai_record", RECORD);
    private static final String INSERT_RECORD = insert("tucai_record", RECORD);
    private static final String UPDATE_SCHOOL = update("tucai_school", SCHOOL);
    private static final String INSERT_SCHOOL = insert("tucai_school", SCHOOL);

    private final String campaign;

    /** Those of one campaign. */
    public Rows(String campaign) {
        this.campaign = campaign;
    }

    private static String update(String table, List<String> columns) {
        return "update " + table + " set "
                + String.join(
                        ", ", columns.stream().map(name -> name + " = :" + name).toList()) + " where stream = :stream";
    }

    private static String insert(String table, List<String> columns) {
        return "insert into " + table + " (stream, campaign, " + String.join(", ", columns)
                + ") values (:stream, :campaign, :" + String.join(", :", columns) + ")";
    }

    /** Writes the row of a record that has one; false where there is none. */
    public boolean update(Handle handle, RecordRow row) {
        return Races.guarded(
                        () -> bound(handle.createUpdate(UPDATE_RECORD), row).execute())
                == 1;
    }

    /** Writes the row of a record, whether there is one or not. */
    public void put(Handle handle, RecordRow row) {
        if (!update(handle, row)) {
            Races.guarded(() -> bound(handle.createUpdate(INSERT_RECORD), row)
                    .bind("campaign", campaign)
                    .execute());
        }
    }

    private static Update bound(Update statement, RecordRow row) {
        bindText(statement, "delivery", row.delivery().map(Enum::name));
        bindMillis(statement, "errata_millis", row.errataSince());
        bindMillis(statement, "arranged_millis", row.arrangedUntil());
        bindText(statement, "billed", row.billed().map(SchoolCode::value));
        bindNumber(statement, "round", row.round());
        bindDay(statement, "accepted_day", row.acceptedOn());
        return statement
                .bind("stream", row.id().value())
                .bind("school", row.school().value())
                .bind("events", row.events())
                .bind("state", row.state().name())
                .bind("presented", row.isPresented())
                .bind("accepted", row.isAccepted())
                .bind("delivered", row.isDelivered())
                .bind("refused", row.isRefused())
                .bind("undecided", row.isUndecided())
                .bind("publishable", row.isPublishable())
                .bind("billable", row.isBillable())
                .bind("attempts", row.attempts())
                .bind("faults", row.faults())
                .bind("errata", row.errata())
                .bind("paid_fen", row.paidFen())
                .bind("unmatched_fen", row.unmatchedFen())
                .bind("damaged", false);
    }

    private static void bindText(SqlStatement<?> statement, String name, Optional<String> value) {
        value.ifPresentOrElse(text -> statement.bind(name, text), () -> statement.bindNull(name, Types.VARCHAR));
    }

    private static void bindMillis(SqlStatement<?> statement, String name, Optional<Instant> value) {
        value.ifPresentOrElse(
                at -> statement.bind(name, at.toEpochMilli()), () -> statement.bindNull(name, Types.BIGINT));
    }

    private static void bindNumber(SqlStatement<?> statement, String name, Optional<Integer> value) {
        value.ifPresentOrElse(number -> statement.bind(name, number), () -> statement.bindNull(name, Types.INTEGER));
    }

    private static void bindDay(SqlStatement<?> statement, String name, Optional<LocalDate> value) {
        value.ifPresentOrElse(day -> statement.bind(name, day), () -> statement.bindNull(name, Types.DATE));
    }

    /** A record enters and leaves lists, and takes those it stays on along where its school changed. */
    public void list(Handle handle, RecordRow row, boolean isMoved, ListSteps steps) {
        String stream = row.id().value();
        // One that it enters may be there where somebody changed rows by hand.
        Set<String> changed = steps.changed();
        if (!changed.isEmpty()) {
            Races.guarded(
                    () -> handle.createUpdate("delete from tucai_record_list where stream = :s and list in (<lists>)")
                            .bind("s", stream)
                            .bindList("lists", changed)
                            .execute());
        }
        if (isMoved) {
            Races.guarded(() -> handle.createUpdate("update tucai_record_list set school = :h where stream = :s")
                    .bind("h", row.school().value())
                    .bind("s", stream)
                    .execute());
        }
        steps.entered()
                .forEach((list, since) -> Races.guarded(() -> handle.createUpdate(
                                "insert into tucai_record_list (stream, list, campaign, school, since_millis)"
                                        + " values (:s, :l, :c, :h, :m)")
                        .bind("s", stream)
                        .bind("l", list.name())
                        .bind("c", campaign)
                        .bind("h", row.school().value())
                        .bind("m", since.toEpochMilli())
                        .execute()));
    }

    /** Takes a record off all lists. */
    public void unlist(Handle handle, String stream) {
        Races.guarded(() -> handle.createUpdate("delete from tucai_record_list where stream = :s")
                .bind("s", stream)
                .execute());
    }

    /** The rows of a record or a school go. */
    public void forget(Handle handle, String stream) {
        unlist(handle, stream);
        for (String table : List.of("tucai_record", "tucai_school", "tucai_row_to_make")) {
            Races.guarded(() -> handle.createUpdate("delete from " + table + " where stream = :s")
                    .bind("s", stream)
                    .execute());
        }
    }

    /** Writes the row of a school, whether there is one or not. */
    public void put(Handle handle, String stream, SchoolRow row) {
        int known = Races.guarded(
                () -> bound(handle.createUpdate(UPDATE_SCHOOL), stream, row).execute());
        if (known == 0) {
            Races.guarded(() -> bound(handle.createUpdate(INSERT_SCHOOL), stream, row)
                    .bind("campaign", campaign)
                    .execute());
        }
    }

    private static Update bound(Update statement, String stream, SchoolRow row) {
        bindNumber(statement, "expected", row.expected());
        bindNumber(statement, "round", row.round());
        bindDay(statement, "due", row.due());
        return statement
                .bind("stream", stream)
                .bind("school", row.code().value())
                .bind("events", row.events())
                .bind("registered", row.isRegistered())
                .bind("region", row.region())
                .bind("mode", row.mode().name())
                .bind("answered", row.isAnswered())
                .bind("open_fen", row.openFen())
                .bind("unmatched_fen", row.unmatchedFen())
                .bind("damaged", false);
    }

    /** Says of rows that their events can be read or not. */
    public static void mark(Handle handle, Collection<String> streams, boolean isDamaged) {
        for (String stream : streams) {
            for (String table : List.of("tucai_record", "tucai_school")) {
                Races.guarded(() -> handle.createUpdate(
                                "update " + table + " set damaged = :d where stream = :s and damaged <> :d")
                        .bind("d", isDamaged)
                        .bind("s", stream)
                        .execute());
            }
        }
    }

    /** The streams whose rows say that they cannot be read. */
    public List<String> damaged(Handle handle) {
        return handle.createQuery("select stream from tucai_record where campaign = :c and damaged = true"
                        + " union all select stream from tucai_school where campaign = :c and damaged = true")
                .bind("c", campaign)
                .mapTo(String.class)
                .list();
    }

    /** All streams that are to have rows are to get them anew, and those that are not lose theirs. */
    public void makeAll(Handle handle) {
        String living =
                "select s.id, s.campaign, s.kind from stream s where s.campaign = :c and s.kind in ('capture', 'school')"
                        + " and (exists (select 1 from stream_key k where k.stream = s.id) or not exists (select 1 from event e"
                        + " where e.stream = s.id and e.sequence = s.head_sequence and e.type = 'Erased'))";
        handle.createUpdate(
                        "insert into tucai_row_to_make (stream, campaign, kind) select l.id, l.campaign, l.kind from ("
                                + living
                                + ") l where not exists (select 1 from tucai_row_to_make m where m.stream = l.id)")
                .bind("c", campaign)
                .execute();
        for (String table : List.of("tucai_record", "tucai_record_list", "tucai_school")) {
            handle.createUpdate("delete from " + table + " where campaign = :c and stream not in (select l.id from ("
                            + living + ") l)")
                    .bind("c", campaign)
                    .execute();
        }
    }

    /** A stream whose rows are to be made. */
    public record ToMake(String stream, String kind) {}

    /** The next such streams, in the order of their ids. */
    public List<ToMake> toMake(Handle handle, String after, int most) {
        return handle.createQuery("select stream, kind from tucai_row_to_make where campaign = :c and stream > :a"
                        + " order by stream fetch first " + most + " rows only")
                .bind("c", campaign)
                .bind("a", after)
                .map((row, context) -> new ToMake(row.getString(1), row.getString(2)))
                .list();
    }

    /** The rows of a stream are made. */
    public static void made(Handle handle, String stream) {
        Races.guarded(() -> handle.createUpdate("delete from tucai_row_to_make where stream = :s")
                .bind("s", stream)
                .execute());
    }

    /** A stream that cannot be read has a row all the same, so that it is counted. */
    public void putDamaged(Handle handle, ToMake what, String school) {
        String table = what.kind().equals("capture") ? "tucai_record" : "tucai_school";
        int known = Races.guarded(() -> handle.createUpdate("update " + table + " set damaged = true where stream = :s")
                .bind("s", what.stream())
                .execute());
        if (known == 0) {
            Races.guarded(() -> handle.createUpdate(
                            what.kind().equals("capture")
                                    ? "insert into tucai_record (stream, campaign, school, events, state, presented, accepted,"
                                            + " delivered, refused, undecided, publishable, billable, attempts, faults, errata,"
                                            + " paid_fen, unmatched_fen, damaged) values (:s, :c, :h, 0, 'NEW', false, false,"
                                            + " false, false, false, false, false, 0, '', 0, 0, 0, true)"
                                    : "insert into tucai_school (stream, campaign, school, events, registered, region, mode,"
                                            + " answered, open_fen, unmatched_fen, damaged) values (:s, :c, :h, 0, false, '',"
                                            + " 'SCHOOL_TRANSFER', false, 0, 0, true)")
                    .bind("s", what.stream())
                    .bind("c", campaign)
                    .bind("h", school)
                    .execute());
        }
    }
}
