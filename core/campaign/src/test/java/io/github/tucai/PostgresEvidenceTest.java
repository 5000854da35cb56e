package io.github.tucai;

class PostgresEvidenceTest extends EvidenceTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
