package io.github.tucai.payment;

/** How a school's photos are paid for; each school has one, from its written agreement (N3.2). */
public enum PaymentMode {
    /** The school transfers the sum of its statement to the designated account (N3.3). */
    SCHOOL_TRANSFER,
    /** Each student pays while capturing (N3.4). */
    STUDENT_ONLINE
}
