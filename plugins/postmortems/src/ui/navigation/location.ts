/** URL hooks for both frontend systems. */
export {
  useAppLocation as useLocation,
  useAppNavigate as useNavigate,
  useAppSearchParams as useSearchParams,
} from '@backstage/frontend-plugin-api';
