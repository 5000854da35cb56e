package io.github.tucai.sandbox;

/** A request that is answered with a problem (RFC 9457). Names no person. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refusal(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String json() {
        return "{" + members() + "}";
    }

    String members() {
        return "\"type\":\"urn:tucai:problem:" + code + "\",\"status\":" + status + ",\"detail\":\"" + getMessage()
                + "\"";
    }
}
