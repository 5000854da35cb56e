package io.github.tucai;

class PostgresReviewTest extends ReviewTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
