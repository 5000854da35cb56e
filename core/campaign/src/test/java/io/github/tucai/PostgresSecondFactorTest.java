package io.github.tucai;

class PostgresSecondFactorTest extends SecondFactorTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
