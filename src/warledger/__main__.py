"""`python -m warledger` is the command `warledger`."""

from warledger.cli.main import run

if __name__ == "__main__":
    run()
