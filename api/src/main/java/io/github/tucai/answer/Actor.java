package io.github.tucai.answer;

import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.school.SchoolCode;
import java.util.Objects;
import java.util.regex.Pattern;

/** On whose behalf something is done. Who they are was proved by the application; what they may do is decided here. */
public sealed interface Actor {
    /** How the audit log names the actor; never a student's number. */
    String auditName();

    /**
     * Someone of the centre that runs the campaign.
     *
     * @param account the operator's account, 1 to 64 of {@code A-Z a-z 0-9 . _ @ -}
     */
    record Centre(String account) implements Actor {
        public Centre {
            Account.check(account);
        }

        @Override
        public String auditName() {
            return "centre:" + account;
        }
    }

    /**
     * The administrator of one school (学校管理员).
     *
     * @param account the operator's account, 1 to 64 of {@code A-Z a-z 0-9 . _ @ -}
     * @param school the only school they act for
     */
    record SchoolAdministrator(String account, SchoolCode school) implements Actor {
        public SchoolAdministrator {
            Account.check(account);
            Objects.requireNonNull(school, "school");
        }

        @Override
        public String auditName() {
            return "school:" + school.value() + ":" + account;
        }
    }

    /**
     * A student who was recognised by their code.
     *
     * @param enrolment the only record they act on
     */
    record Student(EnrolmentNumber enrolment) implements Actor {
        public Student {
            Objects.requireNonNull(enrolment, "enrolment");
        }

        @Override
        public String auditName() {
            return "student";
        }
    }

    /** Whoever stands before the camera with a code and is not recognised yet: may present it, nothing else. */
    record CodeHolder() implements Actor {
        @Override
        public String auditName() {
            return "holder";
        }
    }

    /**
     * A process of the collector itself, such as the delivery worker.
     *
     * @param name 1 to 64 of {@code A-Z a-z 0-9 . _ @ -}
     */
    record SystemProcess(String name) implements Actor {
        public SystemProcess {
            Account.check(name);
        }

        @Override
        public String auditName() {
            return "system:" + name;
        }
    }

    /** The form of account names. */
    final class Account {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

        private Account() {}

        private static void check(String account) {
            if (!FORM.matcher(account).matches()) {
                throw new IllegalArgumentException("account must be 1 to 64 of A-Z, a-z, 0-9 and . _ @ -, got "
                        + account.length() + " characters");
            }
        }
    }
}
