// Vitest runs this before each test file, also when the worker has loaded the modules of the tests for an earlier one.
import { afterAll } from 'vitest'
import { closeDatadogs } from '../scenarios/step.ts'

afterAll(closeDatadogs)
