package io.github.tucai.answer;

import java.util.Locale;
import java.util.Objects;

/**
 * Why something was not done, for programs and for people. Names windows, ranges and days; never a person.
 *
 * @param reason machine-readable
 * @param zhCn Simplified Chinese
 * @param en English
 */
public record Refusal(Reason reason, String zhCn, String en) {
    /** Why. */
    public enum Reason {
        /** The actor may not do this. */
        NOT_YOURS,
        /** No such school or record in this campaign. */
        UNKNOWN,
        /** The student is listed at another school. */
        OTHER_SCHOOL,
        /** The region has no window. */
        REGION_CLOSED,
        /** The school has set no window. */
        SCHOOL_CLOSED,
        /** Not one of the days of the window. */
        OUTSIDE_DAYS,
        /** Not one of the hours of the day. */
        OUTSIDE_HOURS,
        /** The school's window does not lie inside its region's. */
        WINDOW_OUTSIDE_REGION,
        /** The school has named nobody in charge. */
        NO_OFFICER,
        /** A special arrangement that reaches into the past. */
        RETROACTIVE,
        /** The student could not take the photo again any more. */
        CANNOT_RETAKE,
        /** The code was not accepted. */
        CODE_REFUSED,
        /** The second factor is missing or wrong. */
        SECOND_FACTOR,
        /** The code hides what the second factor would be compared with: the school's desk or the centre helps. */
        UNCHECKED_FACTOR,
        /** The second factor was wrong too often; it is asked for again later. */
        TOO_MANY_TRIES,
        /** No open session. */
        NO_SESSION,
        /** The student has not agreed yet. */
        NO_CONSENT,
        /** An exemption that a student claimed: the school or the centre grants one. */
        EXEMPTION_CLAIMED,
        /** The same photo was handed in before. */
        SAME_PHOTO,
        /** Another photo is there now, or under suspicion, than the one that was named. */
        OTHER_PHOTO,
        /** The actor has not opened the photo they decide on. */
        NOT_SEEN,
        /** Somebody else has to decide: the actor raised or confirmed it. */
        ANOTHER_PERSON,
        /** No suspicion was raised that could be confirmed. */
        NOT_SUSPECTED,
        /** The student may still answer to the suspicion. */
        STILL_HEARD,
        /** The file itself is at fault; no person can mend that. */
        FILE_FAULT,
        /** A person is still deciding. */
        IN_REVIEW,
        /** Nothing to decide, reset, finish or publish. */
        NOTHING_THERE,
        /** The record is locked. */
        LOCKED,
        /** The record is not locked. */
        NOT_LOCKED,
        /** Paid already. */
        PAID_ALREADY,
        /** Nothing is to be paid now. */
        NOT_PAYABLE,
        /** The reference of this payment is booked for something else. */
        REFERENCE_USED,
        /** The school's students pay themselves. */
        STUDENTS_PAY,
        /** The school's capture has not ended yet. */
        CAPTURE_OPEN,
        /** Not paid yet. */
        NOT_PAID,
        /** Delivered or on its way already. */
        SENT_ALREADY,
        /** The registry refused it; the centre has it sent again first. */
        DELIVERY_REFUSED,
        /** Something this needs failed, such as the store of photos: the same may succeed later. */
        FAILED,
        /** An erratum is still open. */
        ERRATUM_OPEN,
        /** There already. */
        DONE_ALREADY,
        /** The record was erased. */
        ERASED
    }

    public Refusal {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(zhCn, "zhCn");
        Objects.requireNonNull(en, "en");
    }

    /** The text for a locale: Chinese for Chinese, English for all others. */
    public String in(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zhCn : en;
    }
}
