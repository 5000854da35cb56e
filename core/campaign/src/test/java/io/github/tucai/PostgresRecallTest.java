package io.github.tucai;

class PostgresRecallTest extends RecallTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
