package io.github.tucai;

class PostgresWithdrawalTest extends WithdrawalTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
