package io.github.tucai;

class PostgresOwnArrangementTest extends OwnArrangementTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
